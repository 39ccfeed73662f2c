import type { FieldProblem } from '../../contract/errors.js';

/** The request has fields that no request may have; `details` names each. */
export class InvalidRequest extends Error {
  readonly code = 'invalid_request';
  constructor(readonly details: readonly FieldProblem[]) {
    super(sentence(details));
    this.name = 'InvalidRequest';
  }
}

/** The prompt is well formed, but too short or too long to make an app from. */
export class PromptUnusable extends Error {
  readonly code = 'prompt_length';
  constructor(readonly details: readonly FieldProblem[]) {
    super(sentence(details));
    this.name = 'PromptUnusable';
  }
}

/** No preset has this id. */
export class PresetNotFound extends Error {
  readonly code = 'preset_not_found';
  constructor(id: string) {
    super(`There is no preset ${id}.`);
    this.name = 'PresetNotFound';
  }
}

/** The project has no run of this number. */
export class RunNotFound extends Error {
  readonly code = 'run_not_found';
  constructor(projectId: string, run: number) {
    super(`Project ${projectId} has no run ${run}.`);
    this.name = 'RunNotFound';
  }
}

/** A request that needs the operator's token came without it, or with another one. */
export class AdminTokenMissing extends Error {
  readonly code = 'admin_token_missing';
  constructor() {
    super('This request needs the token set in ADMIN_TOKEN.');
    this.name = 'AdminTokenMissing';
  }
}

/** The project's preview has not been published yet. */
export class PreviewNotReady extends Error {
  readonly code = 'preview_not_ready';
  constructor(projectId: string) {
    super(`Project ${projectId} has no preview yet.`);
    this.name = 'PreviewNotReady';
  }
}

/** The page that `GET /` serves is not part of this installation. */
export class PageMissing extends Error {
  readonly code = 'page_missing';
  constructor(path: string, options: ErrorOptions) {
    super(`The page ${path} is missing from this installation.`, options);
    this.name = 'PageMissing';
  }
}

function sentence(details: readonly FieldProblem[]): string {
  const text = details.map(({ field, message }) => `${field} ${message}`).join('; ');
  return text.endsWith('.') ? text : `${text}.`;
}
