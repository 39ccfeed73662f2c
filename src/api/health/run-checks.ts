import { setTimeout as sleep } from 'node:timers/promises';
import type { HealthCheck, HealthReport } from './health-check.port.js';

const TIMEOUT_MS = 2_000;

/** Every check's report by its name; a check that throws or takes longer than 2 s has failed. */
export async function runChecks(checks: readonly HealthCheck[]): Promise<Readonly<Record<string, HealthReport>>> {
  const reports = await Promise.all(checks.map(async (check) => [check.name, await reportOf(check)] as const));
  return Object.fromEntries(reports);
}

async function reportOf(check: HealthCheck): Promise<HealthReport> {
  const isDone = new AbortController();
  const tooSlow = sleep(TIMEOUT_MS, slow(), { signal: isDone.signal });
  try {
    return await Promise.race([check.check(), tooSlow]);
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  } finally {
    isDone.abort();
    // Rejects when it is aborted: nobody is waiting for it any more.
    tooSlow.catch(() => undefined);
  }
}

function slow(): HealthReport {
  return { status: 'failed', message: `No answer within ${TIMEOUT_MS} ms.` };
}
