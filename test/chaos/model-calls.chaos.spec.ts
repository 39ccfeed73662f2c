import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAKE_LINE, type FakeModel, fakeModel } from '../support/fake-model.js';
import { ProjectViewer } from '../support/follow-project.js';
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

let model: FakeModel;
let service: ServiceProcess;

beforeAll(async () => {
  let answers = 0;
  model = await fakeModel({
    screenMs: 1500,
    answer: ({ about, body }) =>
      about === 'plan' || !body.includes('word-nested')
        ? undefined
        : `<file path="${about}">\n${HOSTILE[answers++ % HOSTILE.length] ?? ''}\n</file>\n`,
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
  it('asks nothing again that was answered, and completes the run', async () => {
    const id = 'larder';
    const viewer = await ProjectViewer.open(service.url(), id);
    viewer.start('Create an app for what is in my kitchen');
    await untilAnswered(viewer, 4);
    await service.kill('SIGKILL');
    const openAtKill = model.heard.length - 4;
    await service.start();
    const before = answered(await eventsOf(id));

    const again = await ProjectViewer.open(service.url(), id, viewer.log.length);
    const end = await again.end();
    expect(end).toMatchObject({ type: 'complete', data: { app_name: 'Larder', cost_usd: null } });
    await again.close();

    const events = await eventsOf(id);
    expect(before.length).toBeGreaterThanOrEqual(4);
    const asked = (call: string) =>
      model.heard.filter(({ about }) => about === (call === 'plan' ? 'plan' : pathOf(events, call))).length;
    for (const call of before) expect([call, asked(call)]).toEqual([call, 1]);
    expect(new Set(answered(events)).size).toBe(answered(events).length);
    // All that was asked was answered in the end, or was open when the service died.
    expect(model.heard).toHaveLength(answered(events).length + openAtKill);

    const { files } = (await get(`/api/v1/projects/${id}/files`)) as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).toContain('app/(tabs)/supplies.tsx');
    const home = await fetch(`${service.url()}/api/v1/projects/${id}/files/app/(tabs)/index.tsx`);
    expect(await home.text()).toContain(FAKE_LINE);
  }, 90_000);

  it('goes on past answers that stopped it once, and says that the blueprint’s stand in', async () => {
    const id = 'nested';
    const viewer = await ProjectViewer.open(service.url(), id);
    viewer.start('Create an app for what is in my kitchen, word-nested');
    await untilAnswered(viewer, 4);
    await service.kill('SIGKILL');
    await service.start();
    const again = await ProjectViewer.open(service.url(), id, viewer.log.length);
    const { type, data } = await again.end();
    expect([type, data['app_name']]).toEqual(['complete', 'Larder']);
    expect(data['notes']).toEqual(
      expect.arrayContaining([expect.stringMatching(/was refused .*the blueprint’s stands in/)]),
    );
    await again.close();
    const { files } = (await get(`/api/v1/projects/${id}/files`)) as { files: { path: string; author: string }[] };
    const code = files.filter(({ path }) => !path.startsWith('assets/'));
    expect(new Set(code.map(({ author }) => author))).toEqual(new Set(['blueprint']));
  }, 90_000);
});

function pathOf(events: readonly ToldEvent[], call: string): string {
  const screen = call.replace('screen:', '');
  const added = events.find(
    ({ type, data }) => type === 'ScreenAdded' && (data as { screen?: string }).screen === screen,
  );
  return (added?.data as { path?: string } | undefined)?.path ?? '';
}
