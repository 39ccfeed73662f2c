import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { Client } from 'pg';
import { previewLabel } from '../../src/effects/workspace/workspace.port.js';
import { STAGES } from '../../src/generation/stage-plan.js';
import { ProjectViewer } from '../support/follow-project.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { type RunningService, startService } from '../support/service.js';

let service: RunningService;

beforeAll(async () => {
  service = await startService();
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  await service.close();
});

const get = async (path: string): Promise<unknown> => (await fetch(`${service.url}${path}`)).json();

/** What a viewer who joins now, behind `after`, is sent of the log. */
async function replay(projectId: string, after = 0): Promise<readonly string[]> {
  const viewer = await ProjectViewer.open(service.url, projectId, after);
  await viewer.until(({ type }) => type === 'ready');
  await viewer.close();
  return viewer.log;
}

/** Its preview’s label is hashed. */
const SHARED = 'Book_Club';

describe('two viewers who start the same project at once', () => {
  it('get one run, and both see all of it', async () => {
    const viewers = await Promise.all([1, 2].map(() => ProjectViewer.open(service.url, SHARED)));
    viewers.forEach((viewer) => viewer.start('A reading list for our book club'));
    await Promise.all(viewers.map((viewer) => viewer.end()));
    await Promise.all(viewers.map((viewer) => viewer.until(({ data }) => data['message'] === 'Images generated')));
    await Promise.all(viewers.map((viewer) => viewer.close()));
    const [first, second] = viewers.map(({ log }) => log);
    expect(first).toEqual(second);
    expect(first?.filter((text) => text.includes('"status":"requested"'))).toHaveLength(1);
  }, 120_000);
});

describe('a run, from the prompt to the running app', () => {
  const id = 'recipes-1';
  let log: readonly string[];

  it('passes through all stages and ends with a preview that holds every screen', async () => {
    const viewer = await ProjectViewer.open(service.url, id);
    viewer.start('Create a recipe app called Saffron with favourites');
    const end = await viewer.end();
    await viewer.until(({ data }) => data['stage'] === 'generating_images' && data['message'] === 'Images generated');
    await viewer.close();
    log = viewer.log;

    expect(end).toMatchObject({ type: 'complete', data: { success: true, project_id: id, app_name: 'Saffron' } });
    expect(viewer.messages.flatMap(({ seq }) => seq ?? [])).toEqual(log.map((_, index) => index + 1));
    const progress = viewer.messages.filter(({ type }) => type === 'progress').map(({ data }) => data);
    expect(new Set(progress.map(({ stage }) => stage))).toEqual(new Set(STAGES));
    const percents = progress.map(({ progress: percent }) => Number(percent));
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(await get(`/status/${id}`)).toMatchObject({
      status: 'ready',
      progress: 100,
      complete: true,
      preview_url: `http://${id}.localhost:${service.port}`,
    });
    const { files } = (await get(`/api/v1/projects/${id}/files`)) as { files: { path: string; author: string }[] };
    const pictures = files.filter(({ path }) => path.startsWith('assets/'));
    expect(pictures.map(({ path, author }) => [path, author])).toEqual([
      ['assets/icon.png', 'generated'],
      ['assets/splash.png', 'generated'],
    ]);
  }, 120_000);

  it('is replayed to the byte for whoever joins behind any cursor', async () => {
    const cursors = [0, 1, 5, Math.floor(log.length / 2), log.length - 1, log.length];
    for (const after of cursors) expect(await replay(id, after)).toEqual(log.slice(after));
  });

  it('is told over REST as over the socket', async () => {
    const { events, head } = (await get(`/api/v1/projects/${id}/events?limit=1000`)) as {
      events: { message: object }[];
      head: number;
    };
    expect(head).toBe(log.length);
    expect(events.map(({ message }) => JSON.stringify(message))).toEqual(log);
  });

  it('is unchanged by a restart of the service: status, history, files and replay', async () => {
    const paths = [`/status/${id}`, `/api/v1/projects/${id}`, `/api/v1/projects/${id}/files`, '/api/v1/projects'];
    const before = await Promise.all(paths.map(get));
    const projects = join(service.dataDir, 'preview/projects');
    await service.restart(async () => {
      // As a crash would while somebody looks at a project and writes into another.
      await mkdir(join(projects, 'only-looked-at/app'), { recursive: true });
      await mkdir(join(service.dataDir, 'preview/staging/half-written'), { recursive: true });
    });
    expect(await Promise.all(paths.map(get))).toEqual(before);
    expect(await replay(id)).toEqual(log);
    const folders = await readdir(projects);
    expect([folders.includes(id), folders.includes('only-looked-at')]).toEqual([true, false]);
    expect(await readdir(join(service.dataDir, 'preview'))).not.toContain('staging');
  }, 60_000);

  it('has a preview that works after the restart', async () => {
    const page = await eventually(() => previewOf(id, '/'));
    expect(page.headers.get('content-type')).toContain('text/html');
  }, 60_000);
});

describe('what the page of a preview complains of', () => {
  it('reaches the log after a restart, also of a project with a hashed label that nothing has opened yet', async () => {
    const crash = { kind: 'error', message: 'Error: only now', stack: '' };
    expect(await report(previewLabel(SHARED), crash)).toBe(204);
    const viewer = await ProjectViewer.open(service.url, SHARED);
    await viewer.until(({ data }) => data['message'] === crash.message);
    await viewer.close();
  }, 60_000);

  it('reaches everyone who watches, once, and from its own page only', async () => {
    const viewer = await ProjectViewer.open(service.url, 'recipes-1');
    await viewer.until(({ type }) => type === 'ready');
    const crash = { kind: 'error', message: 'Error: the plan was undefined', stack: '' };
    expect(await report('recipes-1', crash, 'http://elsewhere.example')).toBe(403);
    expect(await report('recipes-1', { kind: 'gossip' })).toBe(400);
    expect(await report('recipes-1', crash)).toBe(204);
    expect(await report('recipes-1', crash)).toBe(204);
    expect(await report('recipes-1', { ...crash, message: 'Error: another one' })).toBe(204);
    await viewer.until(({ data }) => data['message'] === 'Error: another one');
    const told = viewer.messages.filter(({ type, data }) => type === 'preview' && data['state'] === 'troubled');
    expect(told.map(({ seq, data }) => [typeof seq, data['source'], data['message']])).toEqual([
      ['number', 'page', crash.message],
      ['number', 'page', 'Error: another one'],
    ]);
    await viewer.close();
  }, 60_000);

  /** The status that the report is answered with. */
  function report(label: string, body: object, origin?: string): Promise<number> {
    const host = `${label}.localhost:${service.port}`;
    return new Promise((resolve, reject) => {
      const headers = { host, origin: origin ?? `http://${host}` };
      const options = { host: '127.0.0.1', port: service.port, path: '/_firstlight/report', method: 'POST', headers };
      request(options, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end(JSON.stringify(body));
    });
  }
});

describe('a database whose disk is full', () => {
  it('is told to viewers and by /health, and the run goes on when there is room', async () => {
    const database = new Client({ connectionString: service.databaseUrl });
    await database.connect();
    try {
      await database.query(`create function no_room() returns trigger language plpgsql as
        $$ begin raise exception 'No space left on device' using errcode = 'disk_full'; end $$`);
      const viewer = await ProjectViewer.open(service.url, 'no-room');
      viewer.start('Track my Monsteras and when I watered each plant');
      await viewer.until(({ seq = 0 }) => seq >= 8);
      await database.query('create trigger no_room before insert on event execute function no_room()');
      const { data } = await viewer.until((message) => message.data['code'] === 'run_stalled');
      expect(data['message']).toMatch(/^The run is stalled and is tried again every second: .*No space left on device/);
      expect(await get('/health')).toMatchObject({
        status: 'degraded',
        checks: { log: { status: 'degraded', message: expect.stringContaining('No space left on device') } },
      });
      await database.query('drop trigger no_room on event');
      expect(await viewer.end()).toMatchObject({ type: 'complete', data: { success: true } });
      expect(viewer.messages.flatMap(({ seq }) => seq ?? [])).toEqual(viewer.log.map((_, index) => index + 1));
      expect(await get('/health')).toMatchObject({ checks: { log: { status: 'ok' } } });
      await viewer.close();
    } finally {
      await database.query('drop function if exists no_room cascade');
      await database.end();
    }
  }, 120_000);
});

describe('who watches', () => {
  it('is counted from the moment of ready until they leave', async () => {
    const viewers = await Promise.all([1, 2].map(() => ProjectViewer.open(service.url, 'watched')));
    await Promise.all(viewers.map((viewer) => viewer.until(({ type }) => type === 'ready')));
    expect(await get('/api/v1/stream-status/watched')).toEqual({
      project_id: 'watched',
      active_connections: 2,
      status: 'active',
      run_status: null,
    });
    await Promise.all(viewers.map((viewer) => viewer.close()));
    let left: unknown;
    for (let tries = 0; tries < 100; tries++) {
      left = await get('/api/v1/stream-status/watched');
      if ((left as { active_connections: number }).active_connections === 0) break;
    }
    expect(left).toMatchObject({ active_connections: 0, status: 'inactive' });
  });
});

describe('two projects at once', () => {
  const apps = [
    { id: 'plants', prompt: 'Track my Monsteras and when I watered each plant' },
    { id: 'wallet', prompt: 'An expenses app called Pfennigfuchser to split costs' },
  ] as const;

  it('never hold each other’s files or words', async () => {
    const viewers = await Promise.all(apps.map(({ id }) => ProjectViewer.open(service.url, id)));
    viewers.forEach((viewer, index) => viewer.start(apps[index]?.prompt ?? ''));
    const ends = await Promise.all(viewers.map((viewer) => viewer.end()));
    await Promise.all(viewers.map((viewer) => viewer.close()));
    expect(ends.map(({ type }) => type)).toEqual(['complete', 'complete']);

    const [plants = '', wallet = ''] = await Promise.all(apps.map(({ id }) => bundleOf(id)));
    expect(plants).toContain('projects/plants/app/');
    expect(wallet).toContain('projects/wallet/app/');
    expect(wallet).toContain('Pfennigfuchser');
    expect(plants).not.toContain('Pfennigfuchser');
    expect(plants).not.toContain('projects/wallet/');
    expect(wallet).not.toContain('projects/plants/');
  }, 120_000);
});

describe('a second run of a project', () => {
  it('replaces the app, keeps the history, and leaves no file of the first', async () => {
    const first = await ProjectViewer.open(service.url, 'again');
    first.start('Create a recipe app called Saffron');
    await first.end();
    await first.close();

    const second = await ProjectViewer.open(service.url, 'again', await headOf('again'));
    second.start('Track my workouts and goals at the gym');
    const end = await second.end();
    await second.close();

    expect(end).toMatchObject({ type: 'complete', run: 2 });
    const { files } = (await get('/api/v1/projects/again/files')) as { files: { path: string }[] };
    expect(files.map(({ path }) => path).filter((path) => path.includes('recipe'))).toEqual([]);
    const { runs } = (await get('/api/v1/projects/again')) as { runs: { run: number; status: string }[] };
    expect(runs.map(({ run }) => run).sort()).toEqual([1, 2]);
  }, 120_000);
});

describe('cancelling', () => {
  it('ends the run with a cancelled message, and a new run can follow', async () => {
    const viewer = await ProjectViewer.open(service.url, 'stopped');
    viewer.start('Create a travel planner for our trips');
    viewer.send({ action: 'cancel' });
    expect(await viewer.end()).toMatchObject({ type: 'cancelled' });
    expect(await get('/status/stopped')).toMatchObject({ status: 'cancelled' });
    viewer.start('Create a travel planner for our trips');
    await viewer.until(({ type }) => type === 'complete');
    await viewer.close();
  }, 120_000);
});

/** A request to a project's preview. Node does not resolve *.localhost everywhere: the host goes into the header. */
function previewOf(id: string, path: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    const headers = { host: `${id}.localhost:${service.port}` };
    request({ host: '127.0.0.1', port: service.port, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const type = answer.headers['content-type'] ?? '';
        resolve(
          new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 0, headers: { 'content-type': type } }),
        );
      });
    })
      .on('error', reject)
      .end();
  });
}

/** The script that the project's page loads. */
async function bundleOf(id: string): Promise<string> {
  const page = await (await previewOf(id, '/')).text();
  const script = /src="([^"]+\.bundle[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(script).not.toBe('');
  return (await previewOf(id, script)).text();
}

async function eventually(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 0; tries < 200; tries++) {
    const response = await ask();
    if (response.status === 200) return response;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The preview did not answer 200.');
}

async function headOf(id: string): Promise<number> {
  return ((await get(`/api/v1/projects/${id}/events?limit=1`)) as { head: number }).head;
}
