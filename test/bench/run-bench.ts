import { createService, type Service } from '../../src/create-service.js';
import { ProjectViewer } from '../support/follow-project.js';
import { testKit } from '../support/kit.js';
import { type Figure, medianAndP95 } from './figures.js';

const RUNS = 20;
const PROMPT = 'Create a fitness tracking app with workouts and goals';

/** A blueprint run through the real service, real Metro and a real socket; the page itself is not part of it. */
export async function benchRuns(dataDir: string): Promise<readonly Figure[]> {
  const env = { PORT: '0', PHONE_PORT: '0', DATA_DIR: dataDir, KIT_DIR: await testKit() };
  await (await createService(env)).close();
  const bootMs: number[] = [];
  for (let n = 0; n < 3; n++) bootMs.push(await timed(async () => (await createService(env)).close()));

  const service = await createService(env);
  try {
    await run(service, 'warm-up');
    const runs = [];
    for (let n = 0; n < RUNS; n++) runs.push(await run(service, `bench-${n}`));
    for (let n = 0; n < 11; n++) await run(service, 'long');
    const joins = [];
    for (let n = 0; n < RUNS; n++) joins.push(await join(service, 'long'));
    return [
      { what: 'boot and stop, prepared', value: medianAndP95(bootMs) },
      { what: 'start → preview_ready', value: medianAndP95(runs.map(({ previewMs }) => previewMs)) },
      { what: 'start → complete', value: medianAndP95(runs.map(({ completeMs }) => completeMs)) },
      { what: `late joiner, ${joins[0]?.messages ?? 0} messages`, value: medianAndP95(joins.map(({ ms }) => ms)) },
    ];
  } finally {
    await service.close();
  }
}

async function run(service: Service, projectId: string): Promise<{ previewMs: number; completeMs: number }> {
  const viewer = await ProjectViewer.open(service.url, projectId);
  const { data } = await viewer.until(({ type }) => type === 'ready');
  const after = Number(data['head']);
  const began = performance.now();
  viewer.start(PROMPT);
  await viewer.until(
    ({ seq = 0, data: { stage, preview_url } }) => seq > after && stage === 'preview_ready' && Boolean(preview_url),
  );
  const previewMs = performance.now() - began;
  await viewer.until(({ seq = 0, type }) => seq > after && type === 'complete');
  const completeMs = performance.now() - began;
  await viewer.close();
  return { previewMs, completeMs };
}

async function join(service: Service, projectId: string): Promise<{ ms: number; messages: number }> {
  const began = performance.now();
  const viewer = await ProjectViewer.open(service.url, projectId);
  await viewer.until(({ type }) => type === 'ready');
  const ms = performance.now() - began;
  await viewer.close();
  return { ms, messages: viewer.log.length };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
