import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { ProjectViewer } from '../support/follow-project.js';
import { serviceProcess, type ServiceProcess } from '../support/service-process.js';
import { type Figure, medianAndP95, quantile } from './figures.js';

const RUNS = 3;
/** Into the preparation: its process is up and transforms. */
const INTO_IT_MS = 4_000;
/** As long as nobody has used the previews when the preparation begins: what has gone to sleep meanwhile wakes in both kinds of run. */
const UNUSED_MS = 60_000 + INTO_IT_MS;

/** Runs that begin while the kit is prepared for phones, and as many after as long a pause once it is. Needs about eight minutes. */
export async function benchPhonesLater(folder: string): Promise<readonly Figure[]> {
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const service = await serviceProcess({ isEmbedded: true, env: { KIT_DIR: join(folder, 'kit') } });
  const beside: number[] = [];
  const alone: number[] = [];
  try {
    await service.start();
    await runMs(service, 'uncounted');
    for (let n = 1; n <= RUNS; n++) {
      await service.says(new RegExp(`(?:Preparing previews on phones[\\s\\S]*?){${n}}`));
      await sleep(INTO_IT_MS);
      beside.push(await runMs(service, `beside-${n}`));
    }
    await service.says(/Prepared: previews on phones/);
    for (let n = 1; n <= RUNS; n++) {
      await sleep(UNUSED_MS);
      alone.push(await runMs(service, `alone-${n}`));
    }
  } finally {
    await service.close();
  }
  const ratio = quantile(beside, 0.5) / quantile(alone, 0.5);
  return [
    {
      what: 'start → complete beside the preparation for phones',
      value: medianAndP95(beside),
      reference: `${medianAndP95(alone)} without it: ${ratio.toFixed(2)} ×`,
    },
  ];
}

async function runMs(service: ServiceProcess, id: string): Promise<number> {
  const viewer = await ProjectViewer.open(service.url(), id);
  await viewer.until(({ type, data: { state } }) => type === 'preview' && state === 'warm');
  const began = performance.now();
  viewer.start(`A garden planner called "${id}" with plants and tasks`);
  await viewer.end();
  const ms = performance.now() - began;
  await viewer.close();
  return ms;
}
