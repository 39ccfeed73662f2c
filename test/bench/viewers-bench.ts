import { setTimeout as sleep } from 'node:timers/promises';

import { cpuSpentMs, descendantsOf } from '../support/child-processes.js';
import { ProjectViewer } from '../support/follow-project.js';
import { serviceProcess, type ServiceProcess } from '../support/service-process.js';
import type { Figure } from './figures.js';

const VIEWERS = 1_000;
const AT_ONCE = 50;
/** After the last has come. */
const SETTLE_MS = 2_000;
const MEASURED_MS = 10_000;

/**
 * What a thousand people cost who only look: at a project that nobody has started, beside one that is complete. The service with its
 * preview process and its Postgres, as a share of one core.
 */
export async function benchViewers(): Promise<readonly Figure[]> {
  const service = await serviceProcess({ isEmbedded: true, env: { PHONE_PREVIEW: 'off' } });
  try {
    await service.start();
    const first = await ProjectViewer.open(service.url(), 'done');
    first.start('Create a fitness tracking app with workouts and goals');
    await first.end();
    const complete = await share(service, 'done');
    const unstarted = await share(service, 'not-started');
    await first.close();
    const reference = `the same of a complete run: ${complete.core}; ${(unstarted.percent / complete.percent).toFixed(1)} ×`;
    return [
      {
        what: `${VIEWERS} viewers of a project without a run, ${SETTLE_MS / 1000} s after`,
        value: unstarted.core,
        reference,
      },
    ];
  } finally {
    await service.close();
  }
}

async function share(service: ServiceProcess, projectId: string): Promise<{ percent: number; core: string }> {
  const viewers: ProjectViewer[] = [];
  while (viewers.length < VIEWERS) {
    const some = Array.from({ length: AT_ONCE }, () => ProjectViewer.open(service.url(), projectId));
    viewers.push(...(await Promise.all(some)));
  }
  await Promise.all(viewers.map((viewer) => viewer.until(({ type }) => type === 'ready')));
  await sleep(SETTLE_MS);
  const before = await spentMs(service.pid());
  await sleep(MEASURED_MS);
  const after = await spentMs(service.pid());
  // One that has ended meanwhile (the type checker does, when nobody needs it) counts for nothing.
  const spent = [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0);
  const percent = (spent / MEASURED_MS) * 100;
  await Promise.all(viewers.map((viewer) => viewer.close()));
  return { percent, core: `${percent.toFixed(1)} % of a core` };
}

/** By process. */
async function spentMs(service: number): Promise<ReadonlyMap<number, number>> {
  const pids = [service, ...(await descendantsOf(service))];
  return new Map(pids.map((pid) => [pid, cpuSpentMs(pid)]));
}
