import type { WebSocket } from 'ws';
import { isDatabaseAway } from '../event-store/database-away.js';
import { reply } from './reply.js';

/** What a client is told of its own mistake; never holds more than a few characters of what it sent. */
export class ClientError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly suggestion: string,
    /** More for programs, such as the field that was wrong. */
    readonly details: { readonly field?: string; readonly head?: number } = {},
  ) {
    super(message);
    this.name = 'ClientError';
  }
}

/** Asked for messages after a seq that does not exist yet. */
export class CursorInvalid extends ClientError {
  constructor(after: number, head: number) {
    super(
      'cursor_invalid',
      `There is no message ${after}: the last one of this project is ${head}.`,
      `Send {"action":"resume","after":${head}} for what comes next, or "after":0 for everything.`,
      { head },
    );
    this.name = 'CursorInvalid';
  }
}

const SUGGESTIONS: Readonly<Record<string, string>> = {
  budget_reached: 'Wait until the budget is free again, or raise BUDGET_USD_PER_USER_PER_DAY.',
  project_exists: 'Send it with another project id, or without "create" for another run of this project.',
  run_not_active: 'Send {"action":"start","prompt":"…"} to begin a run.',
  run_not_retryable: 'Send {"action":"start","prompt":"…"} to begin a new run.',
  unknown_template: 'Name one of the templates that the message lists, or leave template_id out.',
};

/** The rules' own errors have such codes; those of Node ("ECONNRESET") and Postgres ("57P01") do not. */
const DOMAIN_CODE = /^[a-z]+(_[a-z]+)*$/;

/** The same for an error of the rules; undefined for one that is none of the client's business. */
export function asClientError(error: unknown): ClientError | undefined {
  if (error instanceof ClientError) return error;
  if (isDatabaseAway(error)) return UNAVAILABLE;
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code, message } = error;
  if (typeof code !== 'string' || !DOMAIN_CODE.test(code)) return undefined;
  return new ClientError(code, message, SUGGESTIONS[code] ?? 'Change what the message names and send it again.');
}

/** Told to this client alone, without a seq; the connection stays open. */
export function replyWithError(client: WebSocket, { code, message, suggestion, details }: ClientError): void {
  reply(client, { type: 'error', error: message, data: { code, message, suggestion, ...details } });
}

const UNAVAILABLE = new ClientError(
  'log_unavailable',
  'The service cannot reach its log right now.',
  'Send the message again in some seconds.',
);

/** What a client is told when the fault is ours. */
export const INTERNAL = new ClientError(
  'internal',
  'Something went wrong in the service; it has been recorded.',
  'Send the message again; if that fails too, tell who runs the service when it happened.',
);
