import type { ErrorCategory } from './error-body.js';

/** How an error is answered over HTTP. */
export interface ErrorKind {
  readonly status: number;
  readonly category: ErrorCategory;
  readonly suggestion: string;
}

/** By the `code` that the error carries. Domain errors know no HTTP: this table does. */
const KINDS: Readonly<Record<string, ErrorKind>> = {
  invalid_request: validation(400, 'Correct the fields named in details; /docs shows the request.'),
  cursor_invalid: validation(400, 'Ask again with after=0, or with the last seq you have seen.'),
  prompt_length: validation(422, 'Describe the app in 10 to 5000 characters.'),
  unknown_template: validation(422, 'Use one of the templates named in the message, or leave template_id out.'),
  path_refused: validation(422, 'Use a path below app/, components/, lib/ or assets/ as the message says.'),
  file_refused: validation(422, 'Correct the line that the message names and send the file again.'),
  project_not_found: notFound('Check the id, or start the project with POST /generate.'),
  preset_not_found: notFound('GET /api/v1/presets lists the presets there are.'),
  file_not_found: notFound('GET /api/v1/projects/{project_id}/files lists the files there are.'),
  file_not_editable: validation(422, 'Read it with GET …/files/<path>, or write it whole with PUT.'),
  file_changed: {
    status: 412,
    category: 'conflict',
    suggestion: 'Read the file again, and write for the version that you get.',
  },
  condition_missing: {
    status: 428,
    category: 'validation',
    suggestion: 'Send If-Match: "<sha256>" with the version you have read, or If-None-Match: * for a new file.',
  },
  run_active: conflict('POST …/cancel ends the run; GET /status/{project_id} tells when it has ended.'),
  nothing_to_fork: conflict('GET …/versions lists the moments of the project.'),
  gate_unavailable: { status: 503, category: 'unavailable', suggestion: 'Try again in a few seconds.' },
  page_missing: notFound('Install the service with its examples folder; the API itself works: see /docs.'),
  run_not_active: conflict('GET /status/{project_id} tells the state; POST /generate starts a new run.'),
  run_not_retryable: conflict('GET /status/{project_id} tells the state; POST /generate starts a new run.'),
  run_not_revisable: conflict('GET /status/{project_id} tells the state; POST /generate starts a new run.'),
  run_not_shareable: conflict('GET /status/{project_id} tells the state; share the app once it is complete.'),
  project_exists: conflict('Send it with another project_id; without create, POST /generate begins another run.'),
  seq_unknown: validation(400, 'Name a seq that the project has, or leave it out.'),
  run_under_way: conflict('Wait for its end, cancel it, or name a seq to rebuild a folder apart.'),
  preview_not_ready: conflict('Ask again once GET /status/{project_id} shows a preview_url.'),
  version_conflict: conflict('Others changed the project at the same time: send the request again.'),
  budget_reached: {
    status: 429,
    category: 'limit',
    suggestion: 'Wait until the budget is free again, or raise BUDGET_USD_PER_USER_PER_DAY.',
  },
};

export const DATABASE_AWAY: ErrorKind & { readonly code: string; readonly message: string } = {
  code: 'database_unavailable',
  message: 'The database does not answer.',
  status: 503,
  category: 'unavailable',
  suggestion: 'Try again in a few seconds; GET /health tells when it is back.',
};

export const UNEXPECTED: ErrorKind & { readonly code: string; readonly message: string } = {
  code: 'internal_error',
  message: 'The request failed for a reason that is ours.',
  status: 500,
  category: 'internal',
  suggestion: 'Try again; if it stays, the service log names the cause.',
};

/** The framework's own refusals, by status. */
const BY_STATUS: Readonly<Record<number, ErrorKind & { readonly code: string }>> = {
  400: { code: 'bad_request', ...validation(400, 'Send valid JSON and a well-formed URL; /docs shows the request.') },
  404: { code: 'route_not_found', ...notFound('/docs lists every route.') },
  413: { code: 'body_too_large', ...validation(413, 'Send at most 64 kB.') },
  414: { code: 'url_too_long', ...validation(414, 'Send a shorter URL.') },
  415: {
    code: 'unsupported_media_type',
    ...validation(415, 'Send JSON with the header Content-Type: application/json.'),
  },
  503: { code: 'shutting_down', status: 503, category: 'unavailable', suggestion: 'Try again in a few seconds.' },
};

export function kindOfCode(code: string): ErrorKind | undefined {
  return Object.hasOwn(KINDS, code) ? KINDS[code] : undefined;
}

export function kindOfStatus(status: number): (ErrorKind & { readonly code: string }) | undefined {
  if (BY_STATUS[status]) return BY_STATUS[status];
  const isRefusal = status >= 400 && status < 500;
  return isRefusal ? { code: 'request_refused', ...validation(status, '/docs shows the request.') } : undefined;
}

function validation(status: number, suggestion: string): ErrorKind {
  return { status, category: 'validation', suggestion };
}

function notFound(suggestion: string): ErrorKind {
  return { status: 404, category: 'not_found', suggestion };
}

function conflict(suggestion: string): ErrorKind {
  return { status: 409, category: 'conflict', suggestion };
}
