import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlanAnswer } from '../../src/authoring/plan-answer.js';
import { createService, type Service } from '../../src/create-service.js';
import { type AskedQuestion, FAKE_PLAN, fakeModel } from '../support/fake-model.js';
import { ProjectViewer } from '../support/follow-project.js';
import { testKit } from '../support/kit.js';
import { NO_REAL_MODELS } from '../support/no-real-models.js';
import { chunk, modelServer, stream } from '../support/model-server.js';
import { VARIED_PROMPTS } from '../support/varied-prompts.js';
import { type Figure, medianAndP95 } from './figures.js';

const SCREEN_MS = 3_000;
const BATCH = 2;
const SCREENS = FAKE_PLAN.entities.length * 3 + 3;
const CANCELS = 20;
/** A third of the prompts that the blueprint is tested with, those that are long enough to be sent. */
const ESTIMATED = VARIED_PROMPTS.filter((prompt, index) => index % 3 === 0 && prompt.length >= 10);
const PROMPT = 'Create an app for what is in my kitchen';

/** Runs with a model that thinks as long as it is told to, through the whole service. */
export async function benchModels(dataDir: string): Promise<readonly Figure[]> {
  return [
    await screensInBatches(`${dataDir}-batches`),
    await cancelling(`${dataDir}-cancels`),
    ...(await estimates(`${dataDir}-estimates`)),
  ];
}

async function screensInBatches(dataDir: string): Promise<Figure> {
  const model = await fakeModel({ screenMs: SCREEN_MS });
  const service = await serviceWith(dataDir, model.url);
  try {
    const viewer = await ProjectViewer.open(service.url, 'batches');
    await viewer.until(({ type, data: { state } }) => type === 'preview' && state === 'warm');
    viewer.start(PROMPT);
    while (!model.heard.some(({ about }) => about !== 'plan')) await sleep(5);
    const began = Date.now();
    await viewer.until(({ data }) => data['stage'] === 'adding_components');
    const ms = Date.now() - began;
    await viewer.close();
    const ideal = Math.ceil(SCREENS / BATCH) * SCREEN_MS;
    return {
      what: `${SCREENS} screens of ${SCREEN_MS / 1000} s each, ${BATCH} at a time: the first is asked for → all are written`,
      value: `${ms} ms`,
      reference: `${ideal} ms for ⌈${SCREENS}/${BATCH}⌉ answers: ${(ms / ideal).toFixed(2)} ×`,
    };
  } finally {
    await service.close();
    await model.close();
  }
}

/** From the client's word to the moment in which the model's server sees its connection closed. */
async function cancelling(dataDir: string): Promise<Figure> {
  const open: { about: string; closed: Promise<void> }[] = [];
  const model = await modelServer((response, { body, closed }) => {
    open.push({ about: JSON.stringify(body), closed });
    stream(response).write(chunk({ content: '{' }));
  });
  const service = await serviceWith(dataDir, model.url);
  try {
    const samplesMs: number[] = [];
    for (let n = 0; n < CANCELS; n++) {
      const viewer = await ProjectViewer.open(service.url, `cancel-${n}`);
      viewer.start(`${PROMPT} number ${n}.`);
      const isOfThisRun = ({ about }: { about: string }): boolean => about.includes(`number ${n}.`);
      while (!open.some(isOfThisRun)) await sleep(5);
      // Not in the midst of the preview's first bundle, which has the processor.
      await viewer.until(({ data }) => data['stage'] === 'preview_ready');
      await sleep(500);
      const began = performance.now();
      viewer.send({ action: 'cancel' });
      await Promise.all(open.filter(isOfThisRun).map(({ closed }) => closed));
      samplesMs.push(performance.now() - began);
      await viewer.end();
      await viewer.close();
    }
    return { what: 'cancel → the model’s server sees the connection closed', value: medianAndP95(samplesMs) };
  } finally {
    await service.close();
    await model.close();
  }
}

interface RecordedRun {
  readonly status: string;
  readonly calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_usd: number;
  readonly estimate: Record<'calls' | 'input_tokens' | 'output_tokens' | 'cost_usd', { low: number; high: number }>;
}

/** What recorded runs took, beside what was estimated before each of them began. */
async function estimates(dataDir: string): Promise<readonly Figure[]> {
  const model = await fakeModel({ answer: unevenly });
  const service = await serviceWith(dataDir, model.url);
  try {
    const runs: RecordedRun[] = [];
    for (const [n, prompt] of ESTIMATED.entries()) runs.push(await recorded(service, `estimated-${n}`, prompt));
    const isWithin =
      (of: keyof RecordedRun['estimate']) =>
      ({ [of]: actual, estimate }: RecordedRun): boolean =>
        estimate[of].low <= actual && actual <= estimate[of].high;
    const share = (of: keyof RecordedRun['estimate']): Figure => ({
      what: `${runs.length} recorded runs: ${of.replace('_', ' ')} within the estimate`,
      value: `${Math.round((runs.filter(isWithin(of)).length / runs.length) * 100)} %`,
    });
    return [share('calls'), share('input_tokens'), share('output_tokens'), share('cost_usd')];
  } finally {
    await service.close();
    await model.close();
  }
}

async function recorded(service: Service, id: string, prompt: string): Promise<RecordedRun> {
  const viewer = await ProjectViewer.open(service.url, id);
  viewer.start(prompt);
  const end = await viewer.until(({ type }) => ['complete', 'error'].includes(type));
  await viewer.close();
  if (end.type !== 'complete') throw new Error(`The run of ${JSON.stringify(prompt)} failed: ${end.error}`);
  for (;;) {
    const { runs } = (await (await fetch(`${service.url}/api/v1/projects/${id}`)).json()) as { runs: RecordedRun[] };
    const [run] = runs;
    if (run?.status === 'complete') return run;
    await sleep(50);
  }
}

/** One to three kinds of thing, one plan in four in another shape at first, one screen in six cut short at first. */
function unevenly({ about, body, time }: AskedQuestion): string | undefined {
  const dice = createHash('sha256').update(body).digest().readUInt16BE();
  if (about !== 'plan') return dice % 6 === 0 && time === 1 ? `<file path="${about}">\nexport default fun` : undefined;
  if (dice % 4 === 0 && time === 1) return '{"name":"Shapeless"}';
  const plan = FAKE_PLAN as unknown as PlanAnswer;
  const entities = ['Supply', 'Shop', 'Recipe']
    .slice(0, 1 + (dice % 3))
    .flatMap((label) => plan.entities.map((entity) => ({ ...entity, label, plural: `${label}s` })));
  return JSON.stringify({ ...plan, entities });
}

async function serviceWith(dataDir: string, modelUrl: string): Promise<Service> {
  return createService({
    PORT: '0',
    DATA_DIR: dataDir,
    KIT_DIR: await testKit(),
    PHONE_PREVIEW: 'off',
    ...NO_REAL_MODELS,
    OPENAI_BASE_URL: modelUrl,
    OPENAI_MODEL: 'fake',
    SCREEN_BATCH_SIZE: String(BATCH),
    MODEL_PRICE: '1,4',
  });
}
