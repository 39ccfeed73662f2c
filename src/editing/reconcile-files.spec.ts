import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryBlobStore } from '../event-store/memory-blob-store.js';
import { newProject, type ProjectState } from '../generation/state.js';
import type { FileGate } from './file-gate.port.js';
import { FileReconciler } from './reconcile-files.js';

const PATH = 'app/index.tsx';
const DRAFT = 'import one\n\nconst title = "Draft"\nconst colour = "red"\n\nexport default title\n';
const edited = DRAFT.replace('"Draft"', '"Mine"');

let blobs: MemoryBlobStore;
let refuses: (content: string) => boolean;
let reconciler: FileReconciler;

beforeEach(() => {
  blobs = new MemoryBlobStore();
  refuses = () => false;
  const gate: FileGate = {
    admit: (file) => Promise.resolve(file),
    problemsOf: ({ content }) =>
      Promise.resolve(refuses(String(content)) ? [{ line: 1, column: 0, message: 'no', source: 'gate' }] : []),
  };
  reconciler = new FileReconciler(blobs, gate);
});

const put = async (content: string): Promise<string> => (await blobs.put([Buffer.from(content)]))[0]?.sha256 ?? '';
const textOf = async (sha256 = ''): Promise<string> => String((await blobs.get([sha256]))[0]);

/** A project with one file. `before` is the text without the changes of people; undefined if nobody changed it. */
async function projectWith(now: string | undefined, before?: string | null): Promise<ProjectState> {
  const sha256 = now === undefined ? undefined : await put(now);
  return {
    ...newProject('demo'),
    seq: 3,
    files: sha256 === undefined ? {} : { [PATH]: { path: PATH, sha256, bytes: 1, seq: 2 } },
    unedited: before === undefined ? {} : { [PATH]: before === null ? null : await put(before) },
  };
}

async function write(project: ProjectState, content: string, shown?: string) {
  const [file] = await reconciler.reconcile(project, [{ path: PATH, content, ...(shown !== undefined && { shown }) }]);
  return file;
}

describe('what a model writes', () => {
  it('counts as it is where people have changed nothing', async () => {
    const project = await projectWith(DRAFT);
    expect(await write(project, 'new')).toEqual({ path: PATH, content: 'new', expected: await put(DRAFT) });
    expect(await write(await projectWith(undefined), 'new')).toEqual({ path: PATH, content: 'new', expected: null });
  });

  it('goes around what a person changed elsewhere', async () => {
    const theirs = DRAFT.replace('import one', 'import one\nimport two');
    const file = await write(await projectWith(edited, DRAFT), theirs);
    expect(file).toMatchObject({
      content: theirs.replace('"Draft"', '"Mine"'),
      expected: await put(edited),
      meant_sha256: await put(theirs),
    });
    expect(file?.conflict).toBeUndefined();
  });

  it('leaves a person’s line where both changed it, and is kept beside it', async () => {
    const theirs = DRAFT.replace('"Draft"', '"Theirs"').replace('import one', 'import two');
    const file = await write(await projectWith(edited, DRAFT), theirs);
    expect(file?.content).toBe(edited.replace('import one', 'import two'));
    expect(file?.conflict?.places).toEqual([{ from_line: 3, to_line: 3 }]);
    expect(await textOf(file?.conflict?.mine_sha256)).toBe(file?.content);
    expect(await textOf(file?.conflict?.theirs_sha256)).toBe(theirs);
  });

  it('written a second time, as after a restart, changes nothing', async () => {
    const theirs = DRAFT.replace('import one', 'import two');
    const merged = edited.replace('import one', 'import two');
    const file = await write(await projectWith(merged, theirs), theirs);
    expect(file).toMatchObject({ content: merged, expected: await put(merged) });
    expect(file?.conflict).toBeUndefined();
  });

  it('as a repair of what it was shown keeps a person’s lines, theirs among those it was shown', async () => {
    const repaired = edited.replace('const colour = "red"\n', 'const colour: string = "red"\n');
    const file = await write(await projectWith(edited, DRAFT), repaired, edited);
    expect(file?.content).toBe(repaired);
    expect(await textOf(file?.meant_sha256)).toBe(DRAFT.replace('const colour =', 'const colour: string ='));
    // If the repair is abandoned, the draft comes back around the line of the person.
    const again = await write(await projectWith(repaired, await textOf(file?.meant_sha256)), DRAFT);
    expect(again).toMatchObject({ content: edited, meant_sha256: await put(DRAFT) });
  });

  it('as a repair of a person’s line is kept beside it', async () => {
    const repaired = edited.replace('"Mine"', '"Repaired"');
    const file = await write(await projectWith(edited, DRAFT), repaired, edited);
    expect(file).toMatchObject({ content: edited, conflict: { places: [{ from_line: 3, to_line: 3 }] } });
    expect(await textOf(file?.meant_sha256)).toBe(DRAFT);
    expect(await textOf(file?.conflict?.theirs_sha256)).toBe(repaired);
  });

  it('does not replace a file that a person made', async () => {
    const file = await write(await projectWith('mine\nalone', null), 'theirs');
    expect(file).toMatchObject({ content: 'mine\nalone', conflict: { places: [{ from_line: 1, to_line: 2 }] } });
    expect(await textOf(file?.conflict?.theirs_sha256)).toBe('theirs');
  });

  it('does not bring back what a person deleted, unless it is something new', async () => {
    expect(await write(await projectWith(undefined, DRAFT), DRAFT)).toBeUndefined();
    expect(await write(await projectWith(undefined, DRAFT), 'new')).toEqual({
      path: PATH,
      content: 'new',
      expected: null,
    });
  });

  it('is kept beside the person’s whole text where both together may not count', async () => {
    refuses = (content) => content.includes('Mine') && content.includes('two');
    const theirs = DRAFT.replace('import one', 'import two');
    const file = await write(await projectWith(edited, DRAFT), theirs);
    expect(file).toMatchObject({ content: edited, meant_sha256: await put(theirs) });
    expect(await textOf(file?.conflict?.theirs_sha256)).toBe(theirs);
  });
});
