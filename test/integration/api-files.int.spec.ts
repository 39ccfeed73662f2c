import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readProject, recorded } from '../../src/commands/read-project.js';
import { EditedTexts } from '../../src/editing/edited-texts.js';
import { BlobStore } from '../../src/event-store/blob-store.port.js';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import type { AppPlan } from '../../src/generation/plan.js';
import { foldProject } from '../../src/generation/state.js';
import { unzip } from '../support/unzip.js';
import { type ApiService, startApi } from './api-service.js';

const HOME = 'app/index.tsx';
const WORDS = 'lib/words.ts';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const screen = (text: string): string =>
  `import { Text } from 'react-native';\nexport default function Home() {\n  return <Text>${text}</Text>;\n}\n`;

let api: ApiService;
beforeAll(async () => {
  api = await startApi('api-files');
});
afterAll(() => api.close());

const sha = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
const urlOf = (id: string, path: string): string => `/api/v1/projects/${id}/files/${path}`;
const put = (id: string, path: string, content: string | Buffer, headers: Record<string, string>) =>
  api.send('PUT', urlOf(id, path), content, { 'content-type': 'application/octet-stream', ...headers });
const isNew = { 'if-none-match': '*' };
const isVersion = (content: string | Buffer) => ({ 'if-match': `"${sha(content)}"` });

/** A project whose run has come to its end, with one screen. */
async function project(id: string): Promise<void> {
  const by = { run: 1, actor: 'driver' };
  const plan = { name: 'Choir', notes: [], screens: [] } as unknown as AppPlan;
  const [ref] = await api.app.get<BlobStore>(BlobStore).put([Buffer.from(screen('first'))]);
  const events: NewEvent[] = [
    { ...by, type: 'RunRequested', data: { prompt: 'Create a choir app', user_id: 'ann' }, actor: 'user:ann' },
    { ...by, type: 'StageSucceeded', data: { stage: 'analyzing', output: { plan } } },
    { ...by, type: 'FileWritten', data: { path: HOME, ...ref, author: 'blueprint' } },
    { ...by, type: 'RunCompleted', data: { app_name: 'Choir', cost_usd: 0 } },
  ];
  await api.happened(id, events);
}

/** Somebody types a line at the beginning of the file. */
async function type(id: string, path: string): Promise<void> {
  const texts = api.app.get(EditedTexts);
  const { edited } = await texts.open(id, path);
  const changes = [[0, '// typed', ''], edited.text.length];
  await texts.push(id, path, edited.version, [{ client_id: 'me', changes }], 'user:bob');
}

/** A run that changes the app writes the screen anew and takes a file away. */
async function revision(id: string, gone: string): Promise<void> {
  const by = { run: 2, actor: 'driver' };
  const [ref] = await api.app.get<BlobStore>(BlobStore).put([Buffer.from(screen('of the revision'))]);
  const base_sha256 = (await readProject(api.store, id)).files[gone]?.sha256;
  await api.happened(id, [
    { ...by, type: 'RevisionRequested', data: { instruction: 'Make it blue' }, actor: 'user:ann' },
    { ...by, type: 'FileWritten', data: { path: HOME, ...ref, author: 'a-model' } },
    { ...by, type: 'FileDeleted', data: { path: gone, base_sha256 } },
    { ...by, type: 'RunCompleted', data: { app_name: 'Choir', cost_usd: 0 } },
  ]);
}

/** A run that ends before it has a plan: the files are those of the app before. */
async function abandonedRun(id: string): Promise<void> {
  const by = { run: 3, actor: 'user:ann' };
  await api.happened(id, [
    { ...by, type: 'RunRequested', data: { prompt: 'Create another app' } },
    { ...by, type: 'CancelRequested', data: {} },
    { ...by, type: 'RunCancelled', data: {}, actor: 'driver' },
  ]);
}

const headOf = (id: string): Promise<number> => api.store.headSeq(id);

describe('a file over REST', () => {
  it('is written anew, read, written over, and read as it was', async () => {
    await project('write');
    const created = await put('write', WORDS, 'export const a = 1;\n', isNew);
    expect([created.status, created.json['path'], created.headers.get('etag')]).toEqual([
      201,
      WORDS,
      `"${sha('export const a = 1;\n')}"`,
    ]);
    const written = await put('write', WORDS, 'export const a = 2;\n', isVersion('export const a = 1;\n'));
    expect(written.status).toBe(200);
    expect((await api.get(urlOf('write', WORDS))).text).toBe('export const a = 2;\n');
    expect((await api.get(`${urlOf('write', WORDS)}?at=${String(created.json['seq'])}`)).text).toBe(
      'export const a = 1;\n',
    );
    expect((await api.get(`${urlOf('write', WORDS)}?at=2`)).status).toBe(404);
  });

  it('is taken as it is, whatever its type says', async () => {
    await project('types');
    const json = '{ "a":   1 }\n';
    expect((await put('types', 'lib/a.json', json, { ...isNew, 'content-type': 'application/json' })).status).toBe(201);
    expect((await api.get(urlOf('types', 'lib/a.json'))).text).toBe(json);
    expect((await put('types', 'lib/b.ts', 'export {};', { ...isNew, 'content-type': 'text/plain' })).status).toBe(201);
    expect((await put('types', 'assets/dot.png', PIXEL, { ...isNew, 'content-type': 'image/png' })).status).toBe(201);
    expect((await api.get(urlOf('types', 'assets/dot.png'))).headers.get('content-type')).toBe('image/png');
    expect((await put('types', 'lib/empty.ts', '', isNew)).status).toBe(201);
  });

  it('is not written without a condition, nor over what somebody else has written', async () => {
    await project('conditions');
    const none = await put('conditions', HOME, screen('x'), {});
    expect([none.status, none.json['error']]).toEqual([428, 'condition_missing']);
    const stale = await put('conditions', HOME, screen('x'), isVersion('older'));
    expect([stale.status, stale.json['error'], stale.headers.get('etag')]).toEqual([
      412,
      'file_changed',
      `"${sha(screen('first'))}"`,
    ]);
    expect(stale.json['message']).toContain(sha(screen('first')));
    expect((await put('conditions', HOME, screen('x'), isNew)).status).toBe(412);
    expect((await put('conditions', WORDS, 'export {};', { 'if-match': '*' })).status).toBe(412);
    expect((await put('conditions', HOME, screen('x'), { 'if-match': '*' })).status).toBe(200);
  });

  it('is taken by one of two who write at once', async () => {
    await project('race');
    const both = await Promise.all(
      ['a', 'b'].map((text) => put('race', HOME, screen(text), isVersion(screen('first')))),
    );
    expect(both.map(({ status, json }) => [status, json['error']]).sort()).toEqual([
      [200, undefined],
      [412, 'file_changed'],
    ]);
  });

  it('passes the gate, or is refused with the place and nothing written', async () => {
    await project('gate');
    const head = await headOf('gate');
    const broken = await put('gate', HOME, 'export default (', isVersion(screen('first')));
    expect([broken.status, broken.json['error']]).toEqual([422, 'file_refused']);
    for (const path of ['../x.ts', 'metro.config.js', 'app/x+api.ts', 'node_modules/a/index.js']) {
      expect((await put('gate', path, 'export {};', isNew)).status).toBeGreaterThanOrEqual(400);
    }
    const foreign = await put('gate', WORDS, "import fs from 'node:fs';", isNew);
    expect([foreign.status, foreign.json['error']]).toEqual([422, 'file_refused']);
    expect(await headOf('gate')).toBe(head);
  });

  it('is deleted and renamed, and stays readable as it was', async () => {
    await project('move');
    await put('move', WORDS, 'export const a = 1;\n', isNew);
    const renamed = await api.post('/api/v1/projects/move/renames', { from: WORDS, to: 'lib/terms.ts' });
    expect([renamed.status, renamed.json['path']]).toEqual([200, 'lib/terms.ts']);
    expect((await api.get(urlOf('move', WORDS))).status).toBe(404);
    const before = await headOf('move');
    const gone = await api.send('DELETE', urlOf('move', 'lib/terms.ts'), undefined, isVersion('export const a = 1;\n'));
    expect(gone.status).toBe(204);
    expect((await api.get(urlOf('move', 'lib/terms.ts'))).status).toBe(404);
    expect((await api.get(`${urlOf('move', 'lib/terms.ts')}?at=${before}`)).text).toBe('export const a = 1;\n');
    expect((await api.send('DELETE', urlOf('move', HOME))).status).toBe(428);
    expect((await api.send('DELETE', urlOf('move', 'lib/none.ts'), undefined, { 'if-match': '*' })).status).toBe(404);
    expect((await api.post('/api/v1/projects/move/renames', { from: HOME, to: HOME })).status).toBe(412);
    expect((await api.post('/api/v1/projects/move/renames', { from: HOME, to: 'metro.config.js' })).status).toBe(422);
  });

  it('is signed by who names himself', async () => {
    await project('signed');
    expect((await put('signed', `${WORDS}?user_id=ann`, 'export const a = 1;\n', isNew)).status).toBe(201);
    const { json } = await api.get('/api/v1/projects/signed/files');
    const files = json['files'] as readonly { readonly path: string; readonly author: string }[];
    expect(files.find(({ path }) => path === WORDS)?.author).toBe('user:ann');
  });

  it('holds what is being typed in it', async () => {
    await project('typed');
    const texts = api.app.get(EditedTexts);
    await type('typed', HOME);
    const typed = `// typed\n${screen('first')}`;
    expect((await api.get(urlOf('typed', HOME))).text).toBe(typed);
    expect((await put('typed', HOME, screen('second'), isVersion(screen('first')))).status).toBe(412);
    expect((await put('typed', HOME, screen('second'), isVersion(typed))).status).toBe(200);
    expect((await texts.open('typed', HOME)).edited.text.toString()).toBe(screen('second'));
  });

  it.each([
    ['at=0', 400],
    ['at=x', 400],
    ['at=999', 400],
    ['at=1', 200],
  ])('is read with ?%s: %i', async (query, status) => {
    if ((await headOf('at')) === 0) await project('at');
    expect((await api.get(`/api/v1/projects/at/files?${query}`)).status).toBe(status);
  });
});

describe('the history of a project', () => {
  it('lists what happened, and shows what differs', async () => {
    await project('past');
    const { json } = await put('past', HOME, screen('second'), isVersion(screen('first')));
    const { json: history } = await api.get('/api/v1/projects/past/versions');
    expect(history['versions']).toMatchObject([
      { kind: 'edit', seq: json['seq'], authors: ['anonymous'], files: [HOME] },
      { kind: 'run', title: 'Create a choir app', authors: ['user:ann', 'blueprint'] },
    ]);
    expect(history['past_preview_url']).toBe('http://past--at-{seq}.localhost:8000');
    expect((await api.get('/api/v1/projects/past/versions/3/preview')).json).toEqual({
      preview_url: 'http://past--at-3.localhost:8000',
      preview_urls: { web: 'http://past--at-3.localhost:8000' },
    });
    expect((await api.get('/api/v1/projects/past/versions/999/preview')).status).toBe(400);
    const { json: diff } = await api.get('/api/v1/projects/past/diff?from=3');
    expect(diff).toMatchObject({
      from: 3,
      to: json['seq'],
      files: [{ path: HOME, status: 'modified', additions: 1, deletions: 1 }],
    });
    expect((diff['files'] as { patch: string }[])[0]?.patch).toContain('+  return <Text>second</Text>;');
    expect((await api.get('/api/v1/projects/past/diff?from=1')).json['files']).toMatchObject([{ status: 'added' }]);
    await api.post('/api/v1/projects/past/restore', { to_seq: 3, user_id: 'bob' });
    expect((await api.get('/api/v1/projects/past/versions')).json['versions']).toMatchObject([
      { kind: 'restore', to_seq: 3, authors: ['user:bob'] },
      { kind: 'edit' },
      { kind: 'run' },
    ]);
    expect((await api.get('/api/v1/projects/none/versions')).status).toBe(404);
    expect((await api.get('/api/v1/projects/past/diff?from=3&to=9999')).status).toBe(400);
  });

  it('is restored, forked and downloaded at every event, as a fold of the log has it there', async () => {
    await project('every');
    await put('every', WORDS, 'export const a = 1;\n', isNew);
    await put('every', 'assets/dot.png', PIXEL, isNew);
    await put('every', HOME, screen('second'), isVersion(screen('first')));
    await api.post('/api/v1/projects/every/renames', { from: WORDS, to: 'lib/terms.ts' });
    await api.send('DELETE', urlOf('every', 'lib/terms.ts'), undefined, { 'if-match': '*' });
    await type('every', HOME);
    await api.get(urlOf('every', HOME));
    await revision('every', 'assets/dot.png');
    await abandonedRun('every');
    const head = await headOf('every');
    const events = recorded(await api.store.read('every'));
    for (let seq = 1; seq <= head; seq++) {
      const { files } = foldProject('every', events.slice(0, seq));
      const wanted = Object.values(files)
        .map(({ path, sha256 }) => [path, sha256])
        .sort();

      const zip = await api.bytes(`/api/v1/projects/every/download?at=${seq}`);
      const entries = unzip(zip);
      const own = [...entries].filter(([path]) => path.includes('/'));
      expect(own.map(([path, content]) => [path, sha(content)]).sort()).toEqual(wanted);
      expect([...entries.keys()]).toEqual(
        expect.arrayContaining(['package.json', 'app.json', 'tsconfig.json', 'README.md', '.gitignore']),
      );
      expect(await api.bytes(`/api/v1/projects/every/download?at=${seq}`)).toEqual(zip);

      const restored = await api.post('/api/v1/projects/every/restore', { to_seq: seq });
      expect(restored.status).toBe(200);
      const now = (await readProject(api.store, 'every')).files;
      expect(
        Object.values(now)
          .map(({ path, sha256 }) => [path, sha256])
          .sort(),
      ).toEqual(wanted);

      const fork = await api.post('/api/v1/projects/every/fork', { at_seq: seq, project_id: `fork-${seq}` });
      if (wanted.length === 0) {
        expect([fork.status, fork.json['error']]).toEqual([409, 'nothing_to_fork']);
        continue;
      }
      expect([fork.status, fork.json['from']]).toEqual([201, { project_id: 'every', seq }]);
      const forked = await readProject(api.store, `fork-${seq}`);
      expect(
        Object.values(forked.files)
          .map(({ path, sha256 }) => [path, sha256])
          .sort(),
      ).toEqual(wanted);
      expect(forked.run).toMatchObject({ status: 'active', prompt: 'Create a choir app', plan: { name: 'Choir' } });
    }
    // Nothing was deleted: the log only grew.
    expect(recorded(await api.store.read('every')).slice(0, head)).toEqual(events);
  });

  it('refuses a restore during a run, and a fork over another project', async () => {
    await project('refusals');
    expect((await api.post('/api/v1/projects/refusals/fork', { project_id: 'refusals' })).status).toBe(409);
    expect((await api.post('/api/v1/projects/refusals/restore', { to_seq: 99 })).status).toBe(400);
    expect((await api.post('/api/v1/projects/refusals/restore', {})).status).toBe(400);
    await api.post('/generate', { prompt: 'Create another choir app', project_id: 'refusals' });
    const during = await api.post('/api/v1/projects/refusals/restore', { to_seq: 3 });
    expect([during.status, during.json['error']]).toEqual([409, 'run_active']);
  });
});
