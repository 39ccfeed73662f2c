import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AskedQuestion, type FakeModel, fakeModel, type GivenAnswer } from '../support/fake-model.js';
import { ProjectViewer, type WireMessage } from '../support/follow-project.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { previewRuns } from '../support/preview-runs.js';
import { RECORDED_APPS, recordedText, screenTexts } from '../support/recorded-apps.js';
import { type RunningService, startService } from '../support/service.js';

const nameOf = (plan: number): string => (JSON.parse(recordedText(plan)) as { name: string }).name;

/** What the strong model once said to the same question; repairs it was never asked for get the same again. */
function recordedAnswer({ about, request }: AskedQuestion): GivenAnswer {
  const app = RECORDED_APPS.find(({ prompt }) => request.includes(prompt));
  if (!app) return undefined;
  if (about === 'plan') return recordedText(app.plan);
  return screenTexts(app).find((text) => text.startsWith(`<file path="${about}">`));
}

let model: FakeModel;
let service: RunningService;
let ends: ReadonlyMap<string, WireMessage>;

beforeAll(async () => {
  model = await fakeModel({ answer: recordedAnswer });
  service = await startService({ OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'strong', SCREEN_BATCH_SIZE: '4' });
  ends = new Map(await Promise.all(RECORDED_APPS.map(async ({ id, prompt }) => [id, await run(id, prompt)] as const)));
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  await service.close();
  await model.close();
}, 30_000);

async function run(id: string, prompt: string): Promise<WireMessage> {
  const viewer = await ProjectViewer.open(service.url, id);
  viewer.start(prompt);
  const end = await viewer.end();
  await viewer.close();
  return end;
}

const contentOf = async (id: string, path: string): Promise<string> =>
  (await fetch(`${service.url}/api/v1/projects/${id}/files/${path}`)).text();

describe('the recorded answers of a strong model, through a whole run', () => {
  it.each(RECORDED_APPS)('are the app of “$prompt”, to the letter and without a fault', async (app) => {
    const { id } = app;
    const end = ends.get(id);
    const notes = (end?.data['notes'] ?? []) as string[];
    expect(end).toMatchObject({
      type: 'complete',
      data: { app_name: nameOf(app.plan), made_by: { way: 'code', model: 'strong' } },
    });
    const { files } = (await (await fetch(`${service.url}/api/v1/projects/${id}/files`)).json()) as {
      files: { path: string }[];
    };
    const paths = files.map(({ path }) => path);
    const screens = screenTexts(app).flatMap((text) => {
      const [, path = '', written = ''] = /^<file path="(.*)">\n([^]*)\n<\/file>/.exec(text) ?? [];
      return paths.includes(path) ? [{ path, written }] : [];
    });
    expect(screens.length).toBeGreaterThanOrEqual(6);
    for (const { path, written } of screens)
      expect([path, (await contentOf(id, path)).trim()]).toEqual([path, written.trim()]);
    expect(notes.filter((note) => /^The model’s|type error/.test(note))).toEqual([]);
    await previewRuns(service, id);
  });

  it('keep the lines of the choir’s lyrics, in burgundy and cream', async () => {
    expect(await contentOf('choir', 'lib/samples.ts')).toContain('Lacrimosa dies illa,\\nqua resurget ex favilla');
    const theme = await contentOf('choir', 'lib/theme.ts');
    expect([theme.includes('#7d1f3c'), theme.includes('#f3eadb')]).toEqual([true, true]);
  });
});
