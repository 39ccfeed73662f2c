import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STAGES } from '../../src/generation/stage-plan.js';
import { ProjectViewer } from '../support/follow-project.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { type ServiceProcess, serviceProcess } from '../support/service-process.js';

const PROMPT = 'Create a recipe app called Saffron with favourites';

interface ToldEvent {
  readonly seq: number;
  readonly type: string;
  readonly data: { readonly stage?: string };
}

let service: ServiceProcess;
let undisturbedFiles: unknown;

beforeAll(async () => {
  service = await serviceProcess();
  await service.start();
  const viewer = await ProjectViewer.open(service.url(), 'undisturbed');
  viewer.start(PROMPT);
  await viewer.until(({ type }) => type === 'complete');
  await viewer.close();
  undisturbedFiles = await filesOf('undisturbed');
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  await service.close();
}, 30_000);

const get = async (path: string): Promise<unknown> => (await fetch(service.url() + path)).json();

async function filesOf(projectId: string): Promise<unknown> {
  const { files } = (await get(`/api/v1/projects/${projectId}/files`)) as { files: { path: string; sha256: string }[] };
  return files.map(({ path, sha256 }) => ({ path, sha256 }));
}

async function completed(projectId: string): Promise<readonly ToldEvent[]> {
  for (;;) {
    const { complete, error } = (await get(`/status/${projectId}`)) as { complete: boolean; error: unknown };
    if (error !== null) throw new Error(`The run failed: ${JSON.stringify(error)}`);
    if (complete) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return ((await get(`/api/v1/projects/${projectId}/events?limit=1000`)) as { events: ToldEvent[] }).events;
}

describe('a service that is killed in the middle of a run', () => {
  // Right after the request, with the driver attached, between stages, among the files, before the last stage.
  it.each([1, 4, 9, 14, 40, 70])(
    'behind event %i goes on by itself when it is back, and ends as if undisturbed',
    async (seq) => {
      const id = `killed-${seq}`;
      const viewer = await ProjectViewer.open(service.url(), id);
      viewer.start(PROMPT);
      await viewer.until((message) => (message.seq ?? 0) >= seq);
      await service.kill('SIGKILL');
      await service.start();

      const events = await completed(id);
      expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
      const succeeded = events.flatMap(({ type, data }) => (type === 'StageSucceeded' ? [data.stage] : []));
      // The images may still be on their way when the run is complete; twice they never come.
      expect(new Set(succeeded).size).toBe(succeeded.length);
      expect(succeeded.filter((stage) => stage !== 'generating_images').sort()).toEqual(
        STAGES.filter((stage) => stage !== 'generating_images').sort(),
      );
      expect(await filesOf(id)).toEqual(undisturbedFiles);
      // What the viewer saw before is how the log still begins.
      const { events: told } = (await get(`/api/v1/projects/${id}/events?limit=${viewer.log.length}`)) as {
        events: { message: object }[];
      };
      expect(viewer.log).toEqual(told.map(({ message }) => JSON.stringify(message)));
    },
    60_000,
  );

  it('says goodbye and hands its run over when it is asked to stop', async () => {
    const viewer = await ProjectViewer.open(service.url(), 'handed-over');
    viewer.start(PROMPT);
    await viewer.until((message) => (message.seq ?? 0) >= 9);
    await service.kill('SIGTERM');
    expect(await viewer.closeCode()).toBe(1001);
    await service.start();
    const events = await completed('handed-over');
    expect(events.filter(({ type }) => type === 'RunCompleted')).toHaveLength(1);
    expect(await filesOf('handed-over')).toEqual(undisturbedFiles);
  }, 60_000);
});
