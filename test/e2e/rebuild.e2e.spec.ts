import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { ProjectViewer } from '../support/follow-project.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { type ServiceProcess, serviceProcess } from '../support/service-process.js';

const ID = 'saffron';
const HOME = 'app/(tabs)/index.tsx';

interface FileBody {
  readonly path: string;
  readonly sha256: string;
}

interface EventBody {
  readonly seq: number;
  readonly type: string;
  readonly data: { readonly path: string; readonly sha256: string };
}

let service: ServiceProcess;
let folder: string;

beforeAll(async () => {
  service = await serviceProcess();
  await service.start();
  folder = join(service.dataDir, 'preview/projects', ID);
  const viewer = await ProjectViewer.open(service.url(), ID);
  viewer.start('Create a recipe app called Saffron with favourites');
  await viewer.until(({ data }) => data['message'] === 'Images generated');
  await viewer.end();
  await viewer.close();
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(() => service.close(), 30_000);

const get = async (path: string): Promise<unknown> =>
  (await fetch(`${service.url()}/api/v1/projects/${ID}${path}`)).json();

async function rebuild(body: object = {}): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${service.url()}/api/v1/projects/${ID}/rebuild`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function recordedFiles(): Promise<Record<string, string>> {
  const { files } = (await get('/files')) as { files: FileBody[] };
  return Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]));
}

async function filesIn(root: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const part of ['app', 'components', 'lib', 'assets']) {
    const entries = await readdir(join(root, part), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((each) => each.isFile())) {
      const file = join(entry.parentPath, entry.name);
      found[file.slice(root.length + 1)] = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
    }
  }
  return found;
}

/** The status of a page of the project's preview. */
function previewStatus(): Promise<number> {
  const { port } = new URL(service.url());
  return new Promise((resolve, reject) => {
    const headers = { host: `${ID}.localhost:${port}`, accept: 'text/html' };
    request({ host: '127.0.0.1', port, headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the folder of a project', () => {
  it('holds what the log says, and a rebuild finds nothing to do', async () => {
    expect(await filesIn(folder)).toEqual(await recordedFiles());
    expect(await rebuild()).toMatchObject({
      status: 200,
      body: { project_id: ID, folder, differed: { missing: [], changed: [], extra: [] } },
    });
  });

  it('is made right where it differs, and the difference is told', async () => {
    await writeFile(join(folder, HOME), 'export default null;');
    await rm(join(folder, 'lib'), { recursive: true });
    await writeFile(join(folder, 'app/stray.tsx'), 'export default null;');
    const { differed } = (await rebuild()).body as { differed: Record<string, string[]> };
    expect(differed).toMatchObject({ changed: [HOME], extra: ['app/stray.tsx'] });
    expect(differed['missing']?.every((path) => path.startsWith('lib/'))).toBe(true);
    expect(await filesIn(folder)).toEqual(await recordedFiles());
  });

  it('is rebuilt apart at any earlier event, file by file as the log had it then', async () => {
    const { events } = (await get('/events?limit=1000')) as { events: EventBody[] };
    const written = events.filter(({ type }) => ['FileWritten', 'AssetAdded'].includes(type));
    for (const upTo of [1, written[0]?.seq ?? 0, written[Math.floor(written.length / 2)]?.seq ?? 0]) {
      const { status, body } = await rebuild({ seq: upTo });
      const then = written.filter(({ seq }) => seq <= upTo).map(({ data }) => [data.path, data.sha256]);
      expect(status).toBe(200);
      expect(body['folder']).not.toBe(folder);
      expect(await filesIn(String(body['folder']))).toEqual(Object.fromEntries(then));
    }
    expect((await rebuild({ seq: 99_999 })).body).toMatchObject({ error: 'seq_unknown' });
    expect((await rebuild({ seq: 0 })).status).toBe(400);
  });

  it('comes back with its preview when somebody looks after it was deleted', async () => {
    await rm(join(service.dataDir, 'preview/projects'), { recursive: true });
    expect(await previewStatus()).toBe(200);
    expect(await filesIn(folder)).toEqual(await recordedFiles());
  });

  it('is rebuilt from the terminal, beside what else lies in the folder', async () => {
    const to = join(service.dataDir, 'elsewhere');
    await mkdir(join(to, 'lib'), { recursive: true });
    await writeFile(join(to, 'lib/mine.ts'), '');
    const { stdout } = await service.run('cli/rebuild.js', [ID, '--to', to]);
    expect(stdout).toContain('verified by hash');
    expect(stdout).toContain('was extra: lib/mine.ts');
    const { 'lib/mine.ts': mine, ...others } = await filesIn(to);
    expect(mine).toBeDefined();
    expect(others).toEqual(await recordedFiles());
    const wrong = await service.run('cli/rebuild.js', ['no-such-project']);
    expect(wrong).toMatchObject({ exitCode: 1, stderr: 'There is no project no-such-project in this log.' });
  });
});
