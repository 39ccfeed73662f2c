import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type ErrorCode, ERRORS, type ErrorRow, filled, rowOf } from '../../contract/error-table.js';
import type { ErrorBody, FieldProblem } from '../../contract/errors.js';
import { isProjectId } from '../../contract/project-id.js';
import { isDatabaseAway } from '../../event-store/database-away.js';

export type Answer = ErrorRow & {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: readonly FieldProblem[];
  /** For the header `retry-after`: when the same request may be tried again. */
  readonly retryAfterS?: number;
};

/** Our errors by their code, the framework's by their status, a lost database, and all else as 500 without details. */
export function answerTo(error: unknown): Answer {
  return ours(error) ?? theFrameworks(error) ?? (isDatabaseAway(error) ? DATABASE_AWAY : UNEXPECTED);
}

const DATABASE_AWAY = answer('database_unavailable', 'The database does not answer.');
const UNEXPECTED = answer('internal_error', 'The request failed because of an error in the service.');

function answer(code: ErrorCode, message: string): Answer {
  return { ...ERRORS[code], code, message };
}

function ours(error: unknown): Answer | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  if (error.code === 'log_unavailable') return DATABASE_AWAY;
  const row = rowOf(error.code);
  const details = 'details' in error ? (error.details as readonly FieldProblem[]) : undefined;
  const retryAfterS = 'retryAfterS' in error ? Number(error.retryAfterS) : undefined;
  const more = { ...(details && { details }), ...(retryAfterS !== undefined && { retryAfterS }) };
  return row && { ...row, message: error.message, ...more };
}

/** Codes for requests that the framework refuses by itself, by status. */
const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'bad_request',
  404: 'route_not_found',
  413: 'body_too_large',
  414: 'url_too_long',
  415: 'unsupported_media_type',
  503: 'shutting_down',
};

/** Errors of Nest, and those of Fastify that never reach Nest (a malformed URL). */
function theFrameworks(error: unknown): Answer | undefined {
  if (!(error instanceof Error)) return undefined;
  const status =
    error instanceof HttpException ? error.getStatus() : 'statusCode' in error ? error.statusCode : undefined;
  if (typeof status !== 'number') return undefined;
  const code = BY_STATUS[status];
  if (code) return answer(code, error.message);
  return status >= 400 && status < 500 ? { ...answer('request_refused', error.message), status } : undefined;
}

export function bodyOf({ code, message, suggestion, category, details }: Answer, request: FastifyRequest): ErrorBody {
  const projectId = projectIdOf(request.params);
  return {
    error: code,
    message,
    suggestion: filled(suggestion, { project_id: projectId }),
    category,
    ...(projectId !== undefined && { project_id: projectId }),
    ...(details && { details: [...details] }),
  };
}

function projectIdOf(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('project_id' in params)) return undefined;
  const { project_id: id } = params;
  return typeof id === 'string' && isProjectId(id) ? id : undefined;
}
