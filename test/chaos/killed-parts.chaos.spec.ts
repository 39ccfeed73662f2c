import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childrenOf } from '../support/child-processes.js';
import { ProjectViewer } from '../support/follow-project.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { type ServiceProcess, serviceProcess } from '../support/service-process.js';

const PROMPT = 'Create a recipe app called Saffron with favourites';

let service: ServiceProcess;

beforeAll(async () => {
  service = await serviceProcess({ isEmbedded: true });
  await service.start();
  await run('warm-up');
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  await service.close();
}, 30_000);

/** Watches a run from its start to its end; `disturb` comes right behind the event `atSeq`. */
async function run(projectId: string, atSeq = 0, disturb: () => Promise<void> = () => Promise.resolve()) {
  const viewer = await ProjectViewer.open(service.url(), projectId);
  viewer.start(PROMPT);
  await viewer.until(({ seq = 0 }) => seq > atSeq);
  await disturb();
  const end = await viewer.end();
  await viewer.close();
  return { end, seqs: viewer.messages.flatMap(({ seq }) => seq ?? []) };
}

async function killMetro(): Promise<void> {
  const expo = await previewProcesses();
  expect(expo).toHaveLength(1);
  for (const pid of expo) process.kill(pid, 'SIGKILL');
}

const previewProcesses = (): Promise<readonly number[]> => childrenOf(service.pid(), 'expo/bin/cli');

/** A run may end before the preview process that was killed in it has been begun anew. */
async function untilPreviewsRun(): Promise<void> {
  while ((await previewProcesses()).length === 0) await sleep(50);
}

async function killPostgres(): Promise<void> {
  const [pid] = (await readFile(join(service.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

describe.each([
  ['the preview process', killMetro],
  ['Postgres', killPostgres],
])('a run in whose middle %s is killed', (what, kill) => {
  it.each([9, 40])(
    'behind event %i goes on by itself, and its viewer misses nothing',
    async (atSeq) => {
      await untilPreviewsRun();
      const { end, seqs } = await run(`${what.replace(/\W/g, '-')}-${atSeq}`, atSeq, kill);
      expect(end).toMatchObject({ type: 'complete', data: { success: true, app_name: 'Saffron' } });
      expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    },
    60_000,
  );
});
