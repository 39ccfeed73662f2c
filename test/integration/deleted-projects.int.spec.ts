import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handle } from '../../src/commands/handle.js';
import { readProject } from '../../src/commands/read-project.js';
import { ProjectEraser } from '../../src/driver/project-eraser.js';
import { FolderWorkspace } from '../../src/effects/workspace/folder-workspace.js';
import { BlobSweep } from '../../src/event-store/blob-sweep.js';
import { Database } from '../../src/event-store/database.js';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { PostgresBlobStore } from '../../src/event-store/postgres-blob-store.js';
import { PostgresEventStore } from '../../src/event-store/postgres-event-store.js';
import { editStream } from '../../src/event-store/stream-id.js';
import { ProjectRestorer } from '../../src/stages/project-restorer.js';
import { testDatabase, type TestDatabase } from '../support/postgres.js';
import { testGate } from '../support/gate.js';

const gate = testGate();
let test: TestDatabase;
let database: Database;
let store: PostgresEventStore;
let blobs: PostgresBlobStore;
let folder: string;
let eraser: ProjectEraser;
const forgotten: string[] = [];

beforeAll(async () => {
  test = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'firstlight-deleted-'));
  database = await Database.open({ databaseUrl: test.connectionString, dataDir: '', log: () => undefined });
  store = new PostgresEventStore(database.pool, database.connection, () => undefined);
  await store.start();
  blobs = new PostgresBlobStore(database.pool);
  const workspace = new FolderWorkspace(folder, gate);
  const host = { forget: (id: string) => Promise.resolve(void forgotten.push(id)) };
  const restorer = new ProjectRestorer(workspace, host as ConstructorParameters<typeof ProjectRestorer>[1]);
  eraser = new ProjectEraser(store, restorer, { rebuiltDir: join(folder, 'rebuilt') });
});

afterAll(async () => {
  await store.close();
  await database.close();
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

/** A project with one file, and an edit of it. */
async function project(id: string, content: string): Promise<string> {
  const [ref] = await blobs.put([Buffer.from(content)]);
  const path = 'app/index.tsx';
  await store.append(id, 0, [
    fact('RunRequested', { prompt: 'a plant watering app' }),
    fact('FileWritten', { path, ...ref, author: 'blueprint' }),
  ]);
  await store.append(editStream(id, path), 0, [fact('TextChanged', { client_id: 'ann', changes: [1] })]);
  return ref?.sha256 ?? '';
}

async function remove(id: string): Promise<void> {
  await handle(store, id, { type: 'DeleteProject', author: 'user:ann' }, 'user:ann');
  await eraser.erase(id, await store.headSeq(id));
}

/** By default as if all had been stored long ago. */
async function sweep(graceMs = -60_000): Promise<void> {
  await new BlobSweep(database.pool, () => undefined, graceMs).sweep();
}

async function isStored(sha256: string): Promise<boolean> {
  return blobs.get([sha256]).then(
    () => true,
    () => false,
  );
}

describe('what is left of a deleted project', () => {
  it('is its tombstone: no events, no edits, no folders of now or then, no preview', async () => {
    await project('todo', 'export default 1;');
    for (const name of [
      'projects/todo',
      'projects/todo--at-2',
      'projects/todos',
      'rebuilt/todo@1',
      'rebuilt/todos@1',
    ]) {
      await mkdir(join(folder, name), { recursive: true });
    }
    await project('todos', 'export default 2;');
    await remove('todo');
    expect(await store.read('todo')).toMatchObject([{ seq: 3, type: 'ProjectDeleted' }]);
    expect(await store.headSeq(editStream('todo', 'app/index.tsx'))).toBe(0);
    expect(await store.headSeq(editStream('todos', 'app/index.tsx'))).toBe(1);
    expect(await readdir(join(folder, 'projects'))).toEqual(['todos']);
    expect(await readdir(join(folder, 'rebuilt'))).toEqual(['todos@1']);
    expect(forgotten.splice(0)).toEqual(['todo', 'todo@2']);
    expect(await readProject(store, 'todo')).toMatchObject({ isDeleted: true, seq: 3 });
  });

  it('is the same when it is erased again, as after a crash', async () => {
    await project('twice', 'export default 3;');
    await remove('twice');
    await eraser.erase('twice', 3);
    expect(await store.read('twice')).toHaveLength(1);
  });

  it('leaves the log readable in order for who follows it', async () => {
    const before = await store.headPosition();
    await project('gap', 'export default 4;');
    await remove('gap');
    expect((await store.readAll(before, 10)).map(({ type }) => type)).toEqual(['ProjectDeleted']);
  });
});

describe('the contents of a deleted project', () => {
  it('go, but for those that others name, such as its forks', async () => {
    const [own, shared] = [await project('original', 'only here'), await project('fork-a', 'shared')];
    await project('fork-b', 'shared');
    await remove('original');
    await remove('fork-a');
    await sweep();
    expect([await isStored(own), await isStored(shared)]).toEqual([false, true]);
    await remove('fork-b');
    await sweep();
    expect(await isStored(shared)).toBe(false);
  });

  it('stay for a while: an event that names them may be on its way', async () => {
    const sha256 = await project('hasty', 'stored just now');
    await remove('hasty');
    await sweep(60_000);
    expect(await isStored(sha256)).toBe(true);
    await sweep();
    expect(await isStored(sha256)).toBe(false);
  });
});

function fact(type: string, data: object): NewEvent {
  return { type, data, run: 1, actor: 'test' };
}
