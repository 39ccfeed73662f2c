import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { handle } from '../../src/commands/handle.js';
import { Checkpoints } from '../../src/editing/checkpoints.js';
import type { Editor } from '../../src/editing/edit-room.js';
import { EditRooms } from '../../src/editing/edit-rooms.js';
import { EditedTexts } from '../../src/editing/edited-texts.js';
import type { FileGate } from '../../src/editing/file-gate.port.js';
import { NoTypes } from '../../src/editing/file-types.port.js';
import { TypeWatch } from '../../src/editing/type-watch.js';
import type { PreviewHost } from '../../src/effects/preview-host/preview-host.port.js';
import { FolderWorkspace } from '../../src/effects/workspace/folder-workspace.js';
import { MemoryBlobStore } from '../../src/event-store/memory-blob-store.js';
import { MemoryEventStore } from '../../src/event-store/memory-event-store.js';
import { LiveTexts } from '../../src/previews/live-texts.js';
import { testGate } from '../support/gate.js';

const PATH = 'lib/words.ts';
const TEXT = 'export const words = 1;\n';
/** Nothing becomes a version of its file: what is in the folder was shown while it was typed. */
const shut: FileGate = {
  admit: (file) => Promise.resolve(file),
  problemsOf: () => Promise.resolve([{ line: 1, column: 0, message: 'Not yet.', source: 'gate' }]),
};

const workspaceGate = testGate();
let hostDir: string;
let store: MemoryEventStore;
let texts: EditedTexts;
let rooms: EditRooms;
let live: LiveTexts;
/** What the preview was told, and how to wait for the next. */
let told: string[];
let onTold: () => void;
let onDiagnostics: () => void;

beforeEach(async () => {
  hostDir = await mkdtemp(join(tmpdir(), 'firstlight-live-'));
  [store, told] = [new MemoryEventStore(), []];
  onTold = onDiagnostics = () => undefined;
  const blobs = new MemoryBlobStore();
  texts = new EditedTexts(store, blobs);
  const checkpoints = new Checkpoints(texts, store, blobs, shut);
  rooms = new EditRooms(store, texts, checkpoints, new TypeWatch(store, blobs, checkpoints, new NoTypes()));
  const host: Partial<PreviewHost> = {
    settled: () => Promise.resolve(),
    changed: (id, { changed }) => {
      told.push(`${id}: ${changed.join()}`);
      onTold();
      return Promise.resolve();
    },
  };
  live = new LiveTexts(rooms, texts, new FolderWorkspace(hostDir, workspaceGate), host as PreviewHost);
  live.onApplicationBootstrap();

  await handle(store, 'demo', { type: 'StartRun', prompt: 'Create a fitness tracking app' }, 'anonymous');
  const [ref] = await blobs.put([Buffer.from(TEXT)]);
  const written = ref ? [{ path: PATH, ...ref }] : [];
  const change = { removed: [], authors: ['user:ann'], expected: { [PATH]: null } };
  await handle(store, 'demo', { type: 'ChangeFiles', written, ...change }, 'user:ann');
});

afterEach(async () => {
  await live.beforeApplicationShutdown();
  await rooms.beforeApplicationShutdown();
  await rm(hostDir, { recursive: true });
});

const ANN: Editor = {
  id: 'ann',
  userId: 'ann',
  tell: ({ type: kind }) => {
    if (kind === 'diagnostics') onDiagnostics();
  },
};

async function endRun(): Promise<void> {
  await handle(store, 'demo', { type: 'RequestCancel' }, 'anonymous');
  await handle(store, 'demo', { type: 'AttachDriver' }, 'driver');
  await handle(store, 'demo', { type: 'FinishCancel', epoch: 1, run: 1 }, 'driver');
}

/** Returns the version of the text after it. */
async function type(insert: string): Promise<number> {
  await rooms.open('demo', PATH, ANN);
  const { edited } = await texts.open('demo', PATH);
  const changes = [[0, ...insert.split('\n')], edited.text.length] as never;
  await rooms.edit('demo', PATH, ANN, edited.version, [{ client_id: `ann-${edited.version}`, changes }]);
  return edited.version + 1;
}

const untilTold = (): Promise<void> => new Promise((resolve) => (onTold = resolve));
/** The text was to become a version: whether it is to be shown was decided long before. */
const untilLookedAt = async (): Promise<void> => {
  await new Promise<void>((resolve) => (onDiagnostics = resolve));
  await live.inTurn('demo', () => Promise.resolve());
};
const inFolder = (): Promise<string> => readFile(join(hostDir, 'projects', 'demo', PATH), 'utf8').catch(() => '');

describe('what somebody types', () => {
  it('is in the preview before it is a version of its file', async () => {
    await endRun();
    const shown = untilTold();
    const version = await type('// ann\n');
    await shown;
    expect(await inFolder()).toBe(`// ann\n${TEXT}`);
    expect(told).toEqual([`demo: ${PATH}`]);
    expect(live.shownVersion('demo', PATH)).toBe(version);
    expect((await store.read('demo')).filter(({ type: each }) => each === 'FileWritten')).toHaveLength(1);
  });

  it('leaves the last good state there where it does not parse', async () => {
    await endRun();
    const good = await type('// ann\n');
    await untilLookedAt();
    await type('const broken = (\n');
    await untilLookedAt();
    expect(await inFolder()).toBe(`// ann\n${TEXT}`);
    expect(live.shownVersion('demo', PATH)).toBe(good);
    expect(told).toHaveLength(1);
  });

  it('waits during a run, which would take it for a mistake of its own', async () => {
    await type('// ann\n');
    await untilLookedAt();
    expect([await inFolder(), told]).toEqual(['', []]);
    await endRun();
    await type('// and again\n');
    await untilLookedAt();
    expect(await inFolder()).toBe(`// and again\n// ann\n${TEXT}`);
  });
});
