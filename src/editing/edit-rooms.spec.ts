import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { handle } from '../commands/handle.js';
import type { EditMessage } from '../contract/messages/aside.js';
import { MemoryBlobStore } from '../event-store/memory-blob-store.js';
import { MemoryEventStore } from '../event-store/memory-event-store.js';
import { FileNotFound } from '../generation/errors.js';
import { Checkpoints } from './checkpoints.js';
import type { Editor } from './edit-room.js';
import { EditRooms } from './edit-rooms.js';
import { EditedTexts } from './edited-texts.js';
import type { FileGate } from './file-gate.port.js';
import { FileNotOpen } from './errors.js';
import { NoTypes } from './file-types.port.js';
import { TypeWatch } from './type-watch.js';

const PATH = 'lib/words.ts';
const TEXT = 'export const words = 1;\n';
const open: FileGate = { admit: (file) => Promise.resolve(file), problemsOf: () => Promise.resolve([]) };

let rooms: EditRooms;

beforeEach(async () => {
  const [store, blobs] = [new MemoryEventStore(), new MemoryBlobStore()];
  const texts = new EditedTexts(store, blobs);
  const checkpoints = new Checkpoints(texts, store, blobs, open);
  rooms = new EditRooms(store, texts, checkpoints, new TypeWatch(store, blobs, checkpoints, new NoTypes()));
  await handle(store, 'demo', { type: 'StartRun', prompt: 'Create a fitness tracking app' }, 'anonymous');
  const [ref] = await blobs.put([Buffer.from(TEXT)]);
  const written = ref ? [{ path: PATH, ...ref }] : [];
  const change = { removed: [], authors: ['user:ann'], expected: { [PATH]: null } };
  await handle(store, 'demo', { type: 'ChangeFiles', written, ...change }, 'user:ann');
});

afterEach(() => rooms.beforeApplicationShutdown());

async function versionOf(someone: ReturnType<typeof editor>): Promise<number> {
  const { data } = await someone.heard('file_text');
  return 'version' in data ? data.version : NaN;
}

/** Keeps what it is told; `heard` resolves with the first message of a kind. */
function editor(id: string): Editor & { heard(kind: EditMessage['type']): Promise<EditMessage> } {
  const told: EditMessage[] = [];
  let onTold = (): void => undefined;
  return {
    id,
    userId: id,
    tell: (message) => {
      told.push(message);
      onTold();
    },
    heard: async (kind) => {
      for (;;) {
        const found = told.find(({ type }) => type === kind);
        if (found) return found;
        await new Promise<void>((resolve) => (onTold = resolve));
      }
    },
  };
}

const writeBefore = (id: string) => [{ client_id: id, changes: [[0, '// more', ''], TEXT.length] }] as never;

describe('a file that one person closes while another opens it', () => {
  it('stays open for the other, who can edit it', async () => {
    const [ann, bob] = [editor('ann'), editor('bob')];
    await rooms.open('demo', PATH, ann);
    const joining = rooms.open('demo', PATH, bob);
    await rooms.close('demo', PATH, ann);
    await joining;
    const version = await versionOf(bob);
    await rooms.edit('demo', PATH, bob, version, writeBefore('bob'));
    expect(await bob.heard('edits')).toMatchObject({ data: { path: PATH, version } });
  });

  it('is one room for all who open it', async () => {
    const [ann, bob, cleo] = [editor('ann'), editor('bob'), editor('cleo')];
    await rooms.open('demo', PATH, ann);
    const joining = rooms.open('demo', PATH, bob);
    await rooms.close('demo', PATH, ann);
    await Promise.all([joining, rooms.open('demo', PATH, cleo)]);
    await rooms.edit('demo', PATH, bob, await versionOf(bob), writeBefore('bob'));
    await Promise.all([bob.heard('edits'), cleo.heard('edits')]);
  });
});

describe('a file that is not there', () => {
  it('leaves no room behind', async () => {
    await expect(rooms.open('demo', 'lib/none.ts', editor('ann'))).rejects.toThrow(FileNotFound);
    await expect(rooms.edit('demo', 'lib/none.ts', editor('ann'), 0, writeBefore('ann'))).rejects.toThrow(FileNotOpen);
  });
});
