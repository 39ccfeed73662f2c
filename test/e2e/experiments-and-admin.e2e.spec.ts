import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { httpGet } from '../../src/effects/preview-host/http-get.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { type RunningService, startService, untilPreviewsAreReady } from '../support/service.js';

interface Experiment {
  readonly status: string;
  readonly arms: readonly {
    readonly arm: string;
    readonly runs: readonly { readonly project_id: string; readonly status: string; readonly preview_url: string }[];
    readonly measures: Readonly<Record<string, { readonly n: number; readonly mean: number }>>;
  }[];
}

let service: RunningService;

beforeAll(async () => {
  service = await startService();
  await untilPreviewsAreReady(service);
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(() => service.close(), 30_000);

async function get<Body>(path: string): Promise<Body> {
  return (await (await fetch(`${service.url}/api/v1/${path}`)).json()) as Body;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

it(
  'compares apps that were really made; the admin finds them, and one can be deleted for good',
  async () => {
    const arms = [
      { prompt: 'Create a fitness tracking app' },
      { prompt: 'A recipe app called Saffron with favourites' },
    ];
    const { experiment_id: id } = (await (
      await fetch(`${service.url}/api/v1/experiments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Two apps', arms }),
      })
    ).json()) as { experiment_id: string };
    const experiment = (): Promise<Experiment> => get(`experiments/${id}`);
    await until(async () => (await experiment()).status === 'complete');

    const { arms: made } = await experiment();
    expect(made.flatMap(({ runs }) => runs.map(({ status }) => status))).toEqual(['complete', 'complete']);
    expect(made[0]?.measures).toMatchObject({
      time_to_preview_ms: { n: 1, mean: expect.any(Number) },
      cost_usd: { n: 1, mean: 0 },
    });
    const { choices } = await get<{ choices: { arm: string }[] }>(`experiments/${id}/ballot?user_id=ann`);
    expect(choices.map(({ arm }) => arm).toSorted()).toEqual(['a', 'b']);

    const { runs } = await get<{ runs: { project_id: string; first_light_ms: number }[] }>('admin/runs?q=saffron');
    const [run] = runs;
    const [doomed] = made[1]?.runs ?? [];
    expect(runs).toMatchObject([{ project_id: doomed?.project_id, first_light_ms: expect.any(Number) }]);
    const waterfall = await get<{ stages: { stage: string; outcome: string }[] }>(`admin/runs/${run?.project_id}/1`);
    expect(waterfall.stages.filter(({ outcome }) => outcome === 'succeeded').map(({ stage }) => stage)).toContain(
      'preview_ready',
    );
    expect(await get('admin/live')).toMatchObject({
      queue: { waiting: expect.any(Number) },
      previews: { rss_bytes: expect.any(Number), graphs: expect.any(Number) },
    });

    const preview = new URL(doomed?.preview_url ?? '');
    const statusOfPreview = async (): Promise<number> =>
      (await httpGet(service.port, '/', { host: preview.host, signal: AbortSignal.timeout(10_000) })).status;
    expect(await statusOfPreview()).toBe(200);
    // Nobody looks at it; whoever asks for it wakes it.
    const suspend = async (): Promise<unknown> =>
      (await fetch(`${service.url}/api/v1/admin/projects/${doomed?.project_id}/suspend`, { method: 'POST' })).json();
    expect(await suspend()).toEqual({ suspended: true });
    expect(await suspend()).toEqual({ suspended: false });
    expect(await statusOfPreview()).toBe(200);
    const folders = join(service.dataDir, 'preview/projects');
    expect(await readdir(folders)).toContain(doomed?.project_id);
    const { status } = await fetch(`${service.url}/api/v1/projects/${doomed?.project_id}`, { method: 'DELETE' });
    expect(status).toBe(204);
    await until(() =>
      access(join(folders, doomed?.project_id ?? '')).then(
        () => false,
        () => true,
      ),
    );
    expect(await statusOfPreview()).toBe(404);
    expect((await fetch(`${service.url}/status/${doomed?.project_id}`)).status).toBe(410);
  },
  FIRST_PREVIEW_TIMEOUT_MS,
);
