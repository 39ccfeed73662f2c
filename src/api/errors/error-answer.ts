import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../../event-store/database-away.js';
import { isProjectId } from '../../generation/project-id.js';
import type { ErrorBody } from './error-body.js';
import { DATABASE_AWAY, type ErrorKind, kindOfCode, kindOfStatus, UNEXPECTED } from './error-kinds.js';
import type { FieldProblem } from './errors.js';

export type Answer = ErrorKind & {
  readonly code: string;
  readonly message: string;
  readonly details?: readonly FieldProblem[];
  /** For the header `retry-after`: when the same may be tried again. */
  readonly retryAfterS?: number;
};

/** Our errors by their code, the framework's by their status, a lost database, and all else as 500 without details. */
export function answerTo(error: unknown): Answer {
  return ours(error) ?? theFrameworks(error) ?? (isDatabaseAway(error) ? DATABASE_AWAY : UNEXPECTED);
}

function ours(error: unknown): Answer | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const kind = kindOfCode(error.code);
  const details = 'details' in error ? (error.details as readonly FieldProblem[]) : undefined;
  const retryAfterS = 'retryAfterS' in error ? Number(error.retryAfterS) : undefined;
  const more = { ...(details && { details }), ...(retryAfterS !== undefined && { retryAfterS }) };
  return kind && { ...kind, code: error.code, message: error.message, ...more };
}

/** Nest's, and those of Fastify that never reach Nest (a malformed URL). */
function theFrameworks(error: unknown): Answer | undefined {
  if (!(error instanceof Error)) return undefined;
  const status =
    error instanceof HttpException ? error.getStatus() : 'statusCode' in error ? error.statusCode : undefined;
  const kind = typeof status === 'number' ? kindOfStatus(status) : undefined;
  return kind && { ...kind, message: error.message };
}

export function bodyOf({ code, message, suggestion, category, details }: Answer, request: FastifyRequest): ErrorBody {
  const projectId = projectIdOf(request.params);
  return {
    error: code,
    message,
    suggestion: projectId === undefined ? suggestion : suggestion.replaceAll('{project_id}', projectId),
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
