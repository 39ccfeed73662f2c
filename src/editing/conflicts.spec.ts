import { beforeEach, describe, expect, it } from '@jest/globals';
import { ChangeSet } from '@codemirror/state';
import { handle } from '../commands/handle.js';
import { readProject } from '../commands/read-project.js';
import { MemoryBlobStore } from '../event-store/memory-blob-store.js';
import { MemoryEventStore } from '../event-store/memory-event-store.js';
import { Checkpoints } from './checkpoints.js';
import { Conflicts } from './conflicts.js';
import { EditedTexts } from './edited-texts.js';
import type { FileGate } from './file-gate.port.js';

const PATH = 'lib/words.ts';
const TEXT = 'one\ntwo\nthree\n';

let store: MemoryEventStore;
let blobs: MemoryBlobStore;
let texts: EditedTexts;
let checkpoints: Checkpoints;
let conflicts: Conflicts;

/** Refuses a text with an unclosed bracket. */
const gate: FileGate = {
  admit: (file) => Promise.resolve(file),
  problemsOf: ({ content }) =>
    Promise.resolve(
      String(content).includes('(') ? [{ line: 1, column: 0, message: 'an open bracket', source: 'gate' }] : [],
    ),
};

beforeEach(async () => {
  store = new MemoryEventStore();
  blobs = new MemoryBlobStore();
  texts = new EditedTexts(store, blobs);
  checkpoints = new Checkpoints(texts, store, blobs, gate);
  conflicts = new Conflicts(store, blobs, texts, checkpoints);
  await handle(store, 'demo', { type: 'StartRun', prompt: 'Create a fitness tracking app' }, 'anonymous');
  await write(TEXT);
});

/** Writes the whole file, as a model does. */
async function write(content: string, author = 'a-model'): Promise<void> {
  const [ref] = await blobs.put([Buffer.from(content)]);
  const expected = { [PATH]: (await readProject(store, 'demo')).files[PATH]?.sha256 ?? null };
  const written = ref ? [{ path: PATH, ...ref }] : [];
  await handle(store, 'demo', { type: 'ChangeFiles', written, removed: [], authors: [author], expected }, author);
}

async function type(from: number, to: number, insert: string): Promise<void> {
  const { edited } = await texts.open('demo', PATH);
  const changes = ChangeSet.of({ from, to, insert }, edited.text.length).toJSON() as never;
  await texts.push('demo', PATH, edited.version, [{ client_id: `me-${edited.version}`, changes }], 'user:ann');
}

const openSeq = async (): Promise<number> => (await conflicts.list('demo'))[0]?.seq ?? 0;
const textNow = async () => (await texts.open('demo', PATH)).edited.text.toString();
const fileNow = async (): Promise<string> => {
  const sha256 = (await readProject(store, 'demo')).files[PATH]?.sha256 ?? '';
  return String((await blobs.get([sha256]))[0]);
};

describe('a text whose lines a model has changed too', () => {
  beforeEach(async () => {
    await type(4, 7, 'two (');
    await write('one\nTWO\nthree\n');
    await texts.open('demo', PATH);
  });

  it('keeps the person’s lines, and the model’s beside them', async () => {
    expect(await textNow()).toBe('one\ntwo (\nthree\n');
    expect(await conflicts.list('demo')).toMatchObject([
      {
        path: PATH,
        author: 'a-model',
        places: [{ from_line: 2, to_line: 2 }],
        mine: 'one\ntwo (\nthree\n',
        theirs: 'one\nTWO\nthree\n',
      },
    ]);
  });

  it('takes the model’s with one command, around what was typed since', async () => {
    await type(0, 3, 'uno');
    const seq = await openSeq();
    expect(await conflicts.take('demo', seq, 'user:bob')).toEqual([]);
    expect(await textNow()).toBe('uno\nTWO\nthree\n');
    expect(await fileNow()).toBe('uno\nTWO\nthree\n');
    expect(await conflicts.list('demo')).toEqual([]);
  });

  it('says why the text may not count yet after it was taken', async () => {
    await type(0, 0, '(\n');
    const seq = await openSeq();
    expect(await conflicts.take('demo', seq, 'user:bob')).toMatchObject([{ message: 'an open bracket' }]);
    expect(await textNow()).toBe('(\none\nTWO\nthree\n');
  });

  it('stays the person’s with one command, and is resolved once', async () => {
    const seq = await openSeq();
    await conflicts.keep('demo', seq, 'user:bob');
    expect(await conflicts.list('demo')).toEqual([]);
    expect(await textNow()).toBe('one\ntwo (\nthree\n');
    await expect(conflicts.take('demo', seq, 'user:bob')).rejects.toMatchObject({ code: 'conflict_not_found' });
  });

  it('tells of the conflict once, however many instances take the version in', async () => {
    const others = [new EditedTexts(store, blobs), new EditedTexts(store, blobs)];
    await type(0, 3, 'uno (');
    await write('ein\nTWO\nthree\n');
    await Promise.all(others.map((other) => other.open('demo', PATH)));
    expect((await conflicts.list('demo')).map(({ of_seq }) => of_seq)).toEqual([
      expect.any(Number),
      expect.any(Number),
    ]);
    expect((await store.read('demo')).filter(({ type: name }) => name === 'FileConflicted')).toHaveLength(2);
  });
});

describe('a project without conflicts', () => {
  it('has none to list, where it exists', async () => {
    expect(await conflicts.list('demo')).toEqual([]);
    await expect(conflicts.list('none')).rejects.toMatchObject({ code: 'project_not_found' });
  });
});
