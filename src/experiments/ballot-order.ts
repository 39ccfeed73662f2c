import { createHash } from 'node:crypto';

/** The arms in an order that looks random, and is the same whenever the same person asks. */
export function ballotOrder(experimentId: string, userId: string, arms: readonly string[]): readonly string[] {
  const place = (arm: string): string =>
    createHash('sha256')
      .update(JSON.stringify([experimentId, userId, arm]))
      .digest('hex');
  return arms.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
}
