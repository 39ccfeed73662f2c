import type { WebSocket } from 'ws';
import { type ErrorCode, ERRORS, filled, rowOf } from '../contract/error-table.js';
import { isDatabaseAway } from '../event-store/database-away.js';
import { reply } from './reply.js';

const MAX_PATH_LENGTH = 240;

/** A mistake of a client, reported to it; never contains more than a few characters of what it sent. */
export class ClientError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** More for programs, such as the field that was wrong. */
    readonly details: { readonly field?: string; readonly head?: number } = {},
    /** Set if the suggestion in the code's row does not say enough. */
    readonly suggestion = suggestionFor(code, details),
  ) {
    super(message);
    this.name = 'ClientError';
  }
}

/** Converts an error of the rules; undefined for one that does not concern the client. */
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

/** Sends the error to this client only, without a seq; the connection stays open. @param path the file that it is about */
export function replyWithError(
  client: WebSocket,
  { code, message, suggestion, details }: ClientError,
  path?: string,
): void {
  const data = { code, message, suggestion, ...details, ...(path !== undefined && { path }) };
  reply(client, { type: 'error', error: message, data });
}

/** The file that the message names: clients with several open files must know which one is meant. */
export function pathIn(message: unknown): string | undefined {
  const path = typeof message === 'object' && message !== null && 'path' in message ? message.path : undefined;
  return typeof path === 'string' && path.length <= MAX_PATH_LENGTH ? path : undefined;
}

function suggestionFor(code: ErrorCode, details: Readonly<Record<string, string | number>>): string {
  const row = rowOf(code) ?? ERRORS.internal;
  return filled(row.onSocket ?? row.suggestion, details);
}

const UNAVAILABLE = new ClientError('log_unavailable', 'The service cannot reach its log right now.');

/** The error that a client gets if the fault is ours. */
export const INTERNAL = new ClientError('internal', 'Something went wrong in the service; it has been recorded.');
