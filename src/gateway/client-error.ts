import type { WebSocket } from 'ws';
import { type ErrorCode, ERRORS, filled, rowOf } from '../contract/error-table.js';
import { isDatabaseAway } from '../event-store/database-away.js';
import { reply } from './reply.js';

const MAX_PATH_LENGTH = 240;

/** What a client is told of its own mistake; never holds more than a few characters of what it sent. */
export class ClientError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** More for programs, such as the field that was wrong. */
    readonly details: { readonly field?: string; readonly head?: number } = {},
    /** Where the code's own row does not say enough. */
    readonly suggestion = suggestionFor(code, details),
  ) {
    super(message);
    this.name = 'ClientError';
  }
}

/** The same for an error of the rules; undefined for one that is none of the client's business. */
export function asClientError(error: unknown): ClientError | undefined {
  if (error instanceof ClientError) return error;
  return ofTheRules(error) ?? (isDatabaseAway(error) ? UNAVAILABLE : undefined);
}

function ofTheRules(error: unknown): ClientError | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  if (error.code === 'log_unavailable') return UNAVAILABLE;
  const row = rowOf(error.code);
  const details = 'head' in error && typeof error.head === 'number' ? { head: error.head } : {};
  return row && new ClientError(row.code, error.message, details);
}

/** Told to this client alone, without a seq; the connection stays open. `path`: of the file that it is about. */
export function replyWithError(
  client: WebSocket,
  { code, message, suggestion, details }: ClientError,
  path?: string,
): void {
  const data = { code, message, suggestion, ...details, ...(path !== undefined && { path }) };
  reply(client, { type: 'error', error: message, data });
}

/** Clients with several files open must know which one is meant. */
export function pathIn(message: unknown): string | undefined {
  const path = typeof message === 'object' && message !== null && 'path' in message ? message.path : undefined;
  return typeof path === 'string' && path.length <= MAX_PATH_LENGTH ? path : undefined;
}

function suggestionFor(code: ErrorCode, details: Readonly<Record<string, string | number>>): string {
  const row = rowOf(code) ?? ERRORS.internal;
  return filled(row.onSocket ?? row.suggestion, details);
}

const UNAVAILABLE = new ClientError('log_unavailable', 'The service cannot reach its log right now.');

/** What a client is told when the fault is ours. */
export const INTERNAL = new ClientError('internal', 'Something went wrong in the service; it has been recorded.');
