import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { handle } from '../../src/commands/handle.js';
import { PastVersions } from '../../src/driver/past-versions.js';
import type { PreviewHost } from '../../src/effects/preview-host/preview-host.port.js';
import { FolderWorkspace } from '../../src/effects/workspace/folder-workspace.js';
import { Gate } from '../../src/effects/workspace/gate/gate.js';
import type { Database } from '../../src/event-store/database.js';
import { previewLabel } from '../../src/effects/workspace/workspace.port.js';
import { MemoryBlobStore } from '../../src/event-store/memory-blob-store.js';
import { MemoryEventStore } from '../../src/event-store/memory-event-store.js';
import { pastOfProject } from '../../src/previews/project-of-label.js';
import { ProjectRestorer } from '../../src/stages/project-restorer.js';

const PATH = 'app/index.tsx';

let hostDir: string;
let store: MemoryEventStore;
let blobs: MemoryBlobStore;
let versions: PastVersions;
/** What the preview was told. */
let told: string[];

beforeEach(async () => {
  hostDir = await mkdtemp(join(tmpdir(), 'firstlight-past-'));
  store = new MemoryEventStore();
  blobs = new MemoryBlobStore();
  told = [];
  const host: Partial<PreviewHost> = {
    place: () => Promise.resolve(['index.js']),
    changed: (id, { changed }) => Promise.resolve(void told.push(`${id}: ${changed.join()}`)),
    forget: (id) => Promise.resolve(void told.push(`${id} is gone`)),
  };
  const restorer = new ProjectRestorer(new FolderWorkspace(hostDir, new Gate()), host as PreviewHost);
  versions = new PastVersions(store, blobs, restorer);
  await handle(store, 'demo', { type: 'StartRun', prompt: 'Create a fitness tracking app' }, 'anonymous');
});

afterEach(() => rm(hostDir, { recursive: true }));

/** Returns the seq of the version. */
async function write(content: string, expected: string | null): Promise<{ seq: number; sha256: string }> {
  const [ref] = await blobs.put([Buffer.from(content)]);
  if (!ref) throw new Error('Nothing was stored.');
  const change = {
    written: [{ path: PATH, ...ref }],
    removed: [],
    authors: ['user:ann'],
    expected: { [PATH]: expected },
  };
  const { state } = await handle(store, 'demo', { type: 'ChangeFiles', ...change }, 'user:ann');
  return { seq: state.seq, sha256: ref.sha256 };
}

const foldersThere = async (): Promise<readonly string[]> => readdir(join(hostDir, 'projects')).catch(() => []);

describe('a past version', () => {
  it('lies beside its project as the log had it there, and goes again', async () => {
    const first = await write('the first', null);
    await write('the second', first.sha256);
    expect(await versions.show('demo', first.seq)).toBe(true);
    const label = `demo--at-${first.seq}`;
    expect(await foldersThere()).toEqual([label]);
    expect(await readFile(join(hostDir, 'projects', label, PATH), 'utf8')).toBe('the first');
    expect(told).toEqual([`demo@${first.seq}: ${PATH},index.js`]);

    await versions.leave('demo', first.seq);
    expect(await foldersThere()).toEqual([]);
    expect(told.at(-1)).toBe(`demo@${first.seq} is gone`);
  });

  it('is not shown where there was no app yet, or there is no such event', async () => {
    const { seq } = await write('the first', null);
    for (const none of [0, 1, seq + 1]) expect(await versions.show('demo', none)).toBe(false);
    expect(await versions.show('none', 1)).toBe(false);
    expect(await foldersThere()).toEqual([]);
  });

  it('is found by its label, whatever the id of the project is', async () => {
    const rows = [{ project_id: 'My_App' }, { project_id: 'demo' }];
    const database = { pool: { query: () => Promise.resolve({ rows }) } } as unknown as Database;
    expect(await pastOfProject('demo--at-7', database)).toEqual({ projectId: 'demo', seq: 7 });
    const hashed = /^my-app-h[0-9a-f]{16}--at-7$/;
    expect(previewLabel('My_App@7')).toMatch(hashed);
    expect(await pastOfProject(previewLabel('My_App@7'), database)).toEqual({ projectId: 'My_App', seq: 7 });
    expect(await pastOfProject('demo', database)).toBeUndefined();
    expect(await pastOfProject('gone-h0123456789abcdef--at-7', database)).toBeUndefined();
  });
});
