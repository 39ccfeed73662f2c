import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAKE_LINE, type FakeModel, fakeModel } from '../support/fake-model.js';
import { ProjectViewer, type WireMessage } from '../support/follow-project.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { type ServiceProcess, serviceProcess } from '../support/service-process.js';

interface ToldEvent {
  readonly seq: number;
  readonly type: string;
  readonly data: { readonly call?: string; readonly stage?: string };
}

/** What each question of a run about `word-nested` is answered with: whatever has stopped a service once. */
const HOSTILE = [
  `export default ${'['.repeat(6_500)}`,
  `export type T = ${'A<'.repeat(6_500)}B${'>'.repeat(6_500)};\nexport default 1;`,
  `// ${'existing code '.repeat(2_000)}\nexport default () => eval('1');`,
  `export default ${'<A>'.repeat(3_000)}${'</A>'.repeat(3_000)};`,
  `export default ${'()=>'.repeat(5_000)}1;`,
  `export default 1${'+1'.repeat(20_000)};`,
];

const PROMPT = 'Create an app for what is in my kitchen';
/** The two runs that are under way when the service is killed, with what tells their prompts apart. */
const NESTED = 'word-nested';
const RUNS = [
  { id: 'larder', prompt: PROMPT },
  { id: 'nested', prompt: `${PROMPT}, ${NESTED}` },
] as const;
type RunId = (typeof RUNS)[number]['id'];
/** So many requests of each are answered before the kill: the plan and three screens. */
const ANSWERED = 4;
/** A model that never answers the screens of this one. */
const SILENT = 'word-silent';

let model: FakeModel;
let service: ServiceProcess;
/** Until then, further requests are held back. */
const back = Promise.withResolvers<void>();

const heardOf = (id: RunId): FakeModel['heard'] =>
  model.heard.filter(({ body }) => !body.includes(SILENT) && body.includes(NESTED) === (id === 'nested'));

beforeAll(async () => {
  let answers = 0;
  model = await fakeModel({
    answer: async ({ about, body }) => {
      if (about === 'plan') return undefined;
      if (body.includes(SILENT)) return new Promise(() => undefined);
      const isNested = body.includes(NESTED);
      if (heardOf(isNested ? 'nested' : 'larder').length > ANSWERED) await back.promise;
      return isNested ? `<file path="${about}">\n${HOSTILE[answers++ % HOSTILE.length] ?? ''}\n</file>\n` : undefined;
    },
  });
  service = await serviceProcess({ env: { OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'fake', SCREEN_BATCH_SIZE: '3' } });
  await service.start();
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  await service.close();
  await model.close();
}, 30_000);

const get = async (path: string): Promise<unknown> => (await fetch(service.url() + path)).json();

async function eventsOf(id: string): Promise<readonly ToldEvent[]> {
  const { events } = (await get(`/api/v1/projects/${id}/events?limit=1000`)) as { events: ToldEvent[] };
  return events;
}

async function untilAnswered(viewer: ProjectViewer, calls: number): Promise<void> {
  const isAnswer = (message: { data: { message?: unknown } }): boolean =>
    /^The model has (planned|written)/.test(String(message.data.message));
  while (viewer.messages.filter(isAnswer).length < calls) {
    const count = viewer.messages.length;
    await viewer.until(() => viewer.messages.length > count);
  }
}

const answered = (events: readonly ToldEvent[]): readonly string[] =>
  events.flatMap(({ type, data }) => (type === 'ModelAnswered' ? [data.call ?? ''] : []));

describe('a service that is killed while a model writes', () => {
  /** Of each run: the messages of the log that its viewer had, and the calls that were answered, when the service was back. */
  const before = new Map<RunId, { readonly seq: number; readonly calls: readonly string[] }>();
  let openAtKill: number;

  beforeAll(async () => {
    const viewers = await Promise.all(
      RUNS.map(async ({ id, prompt }) => {
        const viewer = await ProjectViewer.open(service.url(), id);
        viewer.start(prompt);
        await untilAnswered(viewer, ANSWERED);
        return { id, viewer };
      }),
    );
    await service.kill('SIGKILL');
    openAtKill = heardOf('larder').length - ANSWERED;
    await service.start();
    for (const { id, viewer } of viewers)
      before.set(id, { seq: viewer.log.length, calls: answered(await eventsOf(id)) });
    back.resolve();
  }, 90_000);

  async function endOf(id: RunId): Promise<WireMessage> {
    const again = await ProjectViewer.open(service.url(), id, before.get(id)?.seq);
    const end = await again.end();
    await again.close();
    return end;
  }

  it('asks nothing again that was answered, and completes the run', async () => {
    const id = 'larder';
    expect(await endOf(id)).toMatchObject({ type: 'complete', data: { app_name: 'Larder', cost_usd: null } });

    const events = await eventsOf(id);
    const calls = before.get(id)?.calls ?? [];
    expect(calls).toHaveLength(ANSWERED);
    const asked = (call: string) =>
      heardOf(id).filter(({ about }) => about === (call === 'plan' ? 'plan' : pathOf(events, call))).length;
    for (const call of calls) expect([call, asked(call)]).toEqual([call, 1]);
    expect(new Set(answered(events)).size).toBe(answered(events).length);
    // All that was asked was answered in the end, or was open when the service died.
    expect(heardOf(id)).toHaveLength(answered(events).length + openAtKill);

    const { files } = (await get(`/api/v1/projects/${id}/files`)) as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).toContain('app/(tabs)/supplies.tsx');
    const home = await fetch(`${service.url()}/api/v1/projects/${id}/files/app/(tabs)/index.tsx`);
    expect(await home.text()).toContain(FAKE_LINE);
  }, 90_000);

  it('goes on past answers that stopped it once, and says that the blueprint’s stand in', async () => {
    const id = 'nested';
    const { type, data } = await endOf(id);
    expect([type, data['app_name']]).toEqual(['complete', 'Larder']);
    expect(data['notes']).toEqual(
      expect.arrayContaining([expect.stringMatching(/was refused .*the blueprint’s stands in/)]),
    );
    const { files } = (await get(`/api/v1/projects/${id}/files`)) as { files: { path: string; author: string }[] };
    const code = files.filter(({ path }) => !path.startsWith('assets/'));
    expect(new Set(code.map(({ author }) => author))).toEqual(new Set(['blueprint']));
  }, 90_000);
});

describe('a run that is cancelled while a model writes', () => {
  it('closes its connections, and has each of them in the log before it ends', async () => {
    const viewer = await ProjectViewer.open(service.url(), 'cancelled');
    viewer.start(`${PROMPT}, ${SILENT}`);
    const heard = () => model.heard.filter(({ body }) => body.includes(SILENT)).length;
    while (heard() < ANSWERED) await new Promise((resolve) => setTimeout(resolve, 20));
    viewer.send({ action: 'cancel' });
    const end = await viewer.end();
    await viewer.close();
    expect(end.type).toBe('cancelled');
    const failed = viewer.messages.filter(({ data }) => /^The model gave no answer/.test(String(data['message'])));
    expect(failed).toHaveLength(3);
    expect(viewer.messages.at(-1)?.type === 'cancelled' || viewer.messages.at(-1)?.type === 'presence').toBe(true);
  }, 60_000);
});

function pathOf(events: readonly ToldEvent[], call: string): string {
  const screen = call.replace('screen:', '');
  const added = events.find(
    ({ type, data }) => type === 'ScreenAdded' && (data as { screen?: string }).screen === screen,
  );
  return (added?.data as { path?: string } | undefined)?.path ?? '';
}
