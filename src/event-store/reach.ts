import { DatabaseError } from 'pg';
import { LogUnavailable } from './event-store.port.js';

/**
 * Awaits a query. Whatever keeps the database from answering becomes one kind of error, however the driver reports it.
 * @throws LogUnavailable, or the error of the database if it refuses the data
 */
export async function reach<Result>(query: Promise<Result>): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    throw isRefusal(error) ? error : new LogUnavailable(error);
  }
}

/** Whether the database refused the data (SQLSTATE class 22, data, or 23, constraint), so that nothing was stored. */
export function isRefusal(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && /^2[23]/.test(error.code ?? '');
}
