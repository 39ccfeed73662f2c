import { beforeEach, describe, expect, it } from '@jest/globals';
import { handle } from '../../src/commands/handle.js';
import { readProject } from '../../src/commands/read-project.js';
import { FileReconciler } from '../../src/editing/reconcile-files.js';
import { MemoryBlobStore } from '../../src/event-store/memory-blob-store.js';
import { MemoryEventStore } from '../../src/event-store/memory-event-store.js';
import type { PreviewHost } from '../../src/effects/preview-host/preview-host.port.js';
import type { Workspace, WorkspaceFile } from '../../src/effects/workspace/workspace.port.js';
import type { AppFile } from '../../src/generation/app-files.js';
import type { ProjectState } from '../../src/generation/state.js';
import { FilePublisher, type Publication } from '../../src/stages/file-publisher.js';
import type { StageContext } from '../../src/stages/stage-task.js';

const PATH = 'app/index.tsx';
const DRAFT = 'one\ntwo\nthree\n';
const MODELS = 'one\ntwo\nthree\nfour\n';

let store: MemoryEventStore;
let blobs: MemoryBlobStore;
/** What lies in the project's folder. */
let folder: Map<string, string>;
/** What a person does between the preparation of files and their record; each once. */
let meanwhile: (() => Promise<void>)[];
let publisher: FilePublisher;

beforeEach(async () => {
  store = new MemoryEventStore();
  blobs = new MemoryBlobStore();
  folder = new Map();
  meanwhile = [];
  const workspace: Partial<Workspace> = {
    admit: (files) => Promise.resolve(files),
    write: (_id, files: readonly WorkspaceFile[]) => {
      for (const { path, content } of files) folder.set(path, String(content));
      return Promise.resolve(files.map(({ path }) => path));
    },
    remove: (_id, paths) => {
      for (const path of paths) folder.delete(path);
      return Promise.resolve();
    },
  };
  const host: Partial<PreviewHost> = { settled: () => Promise.resolve(), changed: () => Promise.resolve() };
  publisher = new FilePublisher(workspace as Workspace, host as PreviewHost);
  await handle(store, 'demo', { type: 'StartRun', prompt: 'Create a fitness tracking app' }, 'anonymous');
  await handle(store, 'demo', { type: 'AttachDriver' }, 'driver');
  await publish({ files: [{ path: PATH, content: DRAFT }] });
});

async function put(files: readonly AppFile[]) {
  const refs = await blobs.put(files.map(({ content }) => Buffer.from(content)));
  return refs.map((ref, index) => ({ path: files[index]?.path ?? '', ...ref }));
}

/** A stage's context over the log, as a driver that hears of others' events late would give it. */
async function publish(publication: Publication): Promise<void> {
  let state = await readProject(store, 'demo');
  const gate = { admit: (file: WorkspaceFile) => Promise.resolve(file), problemsOf: () => Promise.resolve([]) };
  const reconciler = new FileReconciler(blobs, gate);
  const context: Partial<StageContext> = {
    projectId: 'demo',
    signal: new AbortController().signal,
    project: (): ProjectState => state,
    reconcile: (files) => reconciler.reconcile(state, files),
    store: put,
    read: async (files) =>
      (await blobs.get(files.map(({ sha256 }) => sha256))).map((content, index) => ({
        path: files[index]?.path ?? '',
        content: String(content),
      })),
    record: async (fact) => {
      await meanwhile.shift()?.();
      try {
        await handle(store, 'demo', { ...fact, epoch: 1, run: 1 }, 'driver');
      } finally {
        state = await readProject(store, 'demo');
      }
    },
  };
  await publisher.publish(context as StageContext, publication);
}

async function personWrites(content: string): Promise<void> {
  const expected = { [PATH]: (await readProject(store, 'demo')).files[PATH]?.sha256 ?? null };
  const written = await put([{ path: PATH, content }]);
  const change = { type: 'ChangeFiles', written, removed: [], authors: ['user:ann'], expected } as const;
  await handle(store, 'demo', change, 'user:ann');
}

const inLog = async (): Promise<string | undefined> => {
  const file = (await readProject(store, 'demo')).files[PATH];
  return file && String((await blobs.get([file.sha256]))[0]);
};

describe('what a run publishes', () => {
  it('has in it what a person wrote before, in log and folder', async () => {
    await personWrites('ONE\ntwo\nthree\n');
    await publish({ files: [{ path: PATH, content: MODELS }], author: 'a-model' });
    expect(await inLog()).toBe('ONE\ntwo\nthree\nfour\n');
    expect(folder.get(PATH)).toBe('ONE\ntwo\nthree\nfour\n');
  });

  it('has in it what a person writes while it is being published', async () => {
    meanwhile = [() => personWrites('ONE\ntwo\nthree\n'), () => personWrites('ONE\nTWO\nthree\n')];
    await publish({ files: [{ path: PATH, content: MODELS }], author: 'a-model' });
    expect(await inLog()).toBe('ONE\nTWO\nthree\nfour\n');
    expect(folder.get(PATH)).toBe('ONE\nTWO\nthree\nfour\n');
  });

  it('published again, as after a restart, takes nothing back', async () => {
    await publish({ files: [{ path: PATH, content: MODELS }], author: 'a-model' });
    await personWrites('one\ntwo\nthree\nfive\n');
    await publish({ files: [{ path: PATH, content: MODELS }], author: 'a-model' });
    expect(await inLog()).toBe('one\ntwo\nthree\nfive\n');
    await publish({ files: [{ path: PATH, content: DRAFT }] });
    expect(await inLog()).toBe('one\ntwo\nthree\nfive\n');
    expect((await readProject(store, 'demo')).conflicts).toMatchObject([{ path: PATH, author: 'blueprint' }]);
  });

  it('removes no file that a person has changed, however late', async () => {
    meanwhile = [() => personWrites('mine\n')];
    await publish({ files: [], removed: [PATH] });
    expect(await inLog()).toBe('mine\n');
    expect(folder.get(PATH)).toBe('mine\n');
    await publish({ files: [], removed: [PATH] });
    expect(await inLog()).toBe('mine\n');
  });
});
