import { DatabaseError } from 'pg';
import { LogUnavailable } from './event-store.port.js';

/**
 * A query's result; what keeps the database from answering becomes one kind of error, whatever the driver calls it.
 * @throws LogUnavailable, or the database's own refusal of the data
 */
export async function reach<Result>(query: Promise<Result>): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    throw isRefusal(error) ? error : new LogUnavailable(error);
  }
}

/** Whether the database itself refused (SQLSTATE classes 22, data, and 23, constraint): nothing was stored. */
export function isRefusal(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && /^2[23]/.test(error.code ?? '');
}
