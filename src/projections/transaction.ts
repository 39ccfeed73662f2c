import type { Pool, PoolClient } from 'pg';

/** Runs `work` in a transaction: commits it, or rolls it back if it throws. */
export async function inTransaction<Result>(pool: Pool, work: (tx: PoolClient) => Promise<Result>): Promise<Result> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  try {
    await tx.query('BEGIN');
    const result = await work(tx);
    await tx.query('COMMIT');
    return result;
  } catch (error) {
    await tx.query('ROLLBACK').catch((failure: unknown) => {
      broken = new Error('The transaction could not be rolled back.', { cause: failure });
    });
    throw error;
  } finally {
    tx.release(broken);
  }
}
