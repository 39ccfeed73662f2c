import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { EditorState } from '@codemirror/state';
import { handle } from '../../src/commands/handle.js';
import { readProject } from '../../src/commands/read-project.js';
import { Checkpoints } from '../../src/editing/checkpoints.js';
import { EditedTexts } from '../../src/editing/edited-texts.js';
import type { FileGate } from '../../src/editing/file-gate.port.js';
import { FileReconciler } from '../../src/editing/reconcile-files.js';
import { Database } from '../../src/event-store/database.js';
import { PostgresBlobStore } from '../../src/event-store/postgres-blob-store.js';
import { PostgresEventStore } from '../../src/event-store/postgres-event-store.js';
import { toUpdate, updateOf } from '../../src/editing/text-update.js';
import type { BlobStore } from '../../src/event-store/blob-store.port.js';
import type { EventStore } from '../../src/event-store/event-store.port.js';
import { FileChanged } from '../../src/generation/errors.js';

/** One of several instances of the service, through which the members of a party reach the log. */
export interface Instance {
  readonly store: EventStore;
  readonly blobs: BlobStore;
  readonly texts: EditedTexts;
  readonly checkpoints: Checkpoints;
  readonly reconciler: FileReconciler;
}

/** A pseudo-random generator: returns an integer from 0 to `below - 1`, repeatable for the same seed. */
export type Random = (below: number) => number;

export const PARTY_TEXT = '// a shared file\nexport const words = 1;\n\nexport const more = 2;\n';

/** A person with a CodeMirror editor whose responses get lost and whose connection comes and goes. */
export class Person {
  /** What this person typed and did not delete again. */
  readonly typed = new Set<string>();
  lostAnswers = 0;
  #state: EditorState | undefined;
  #count = 0;

  constructor(
    private readonly projectId: string,
    readonly path: string,
    readonly name: string,
    private readonly random: Random,
  ) {}

  get text(): string {
    return this.#open.doc.toString();
  }

  get isSynced(): boolean {
    return sendableUpdates(this.#open).length === 0;
  }

  async open({ texts }: Instance): Promise<void> {
    const { edited } = await texts.open(this.projectId, this.path);
    const extensions = [collab({ startVersion: edited.version, clientID: `${this.name}-${this.path}` })];
    this.#state = EditorState.create({ doc: edited.text, extensions });
  }

  /** Types a comment, or deletes one that this person typed earlier. */
  edit(): void {
    const { doc } = this.#open;
    const text = doc.toString();
    const own = [...this.typed].filter((token) => text.includes(token));
    if (own.length > 3 && this.random(10) < 3) {
      const gone = own[this.random(own.length)] ?? '';
      const from = text.indexOf(gone);
      this.typed.delete(gone);
      this.#state = this.#open.update({ changes: { from, to: from + gone.length } }).state;
      return;
    }
    const token = `/*${this.name}${this.#count++}*/`;
    this.typed.add(token);
    this.#state = this.#open.update({
      changes: { from: clearOfComments(text, this.random(text.length + 1)), insert: token },
    }).state;
  }

  /** Sends local changes and receives remote ones. Every fifth response gets lost after the changes were stored, so they are sent again. */
  async sync(instance: Instance): Promise<void> {
    const { texts, checkpoints } = instance;
    const mine = sendableUpdates(this.#open);
    if (mine.length > 0) {
      const updates = mine.map(({ clientID, changes }) => ({
        client_id: clientID,
        changes: changes.toJSON() as never,
      }));
      await texts.push(this.projectId, this.path, getSyncedVersion(this.#open), updates, `user:${this.name}`);
      checkpoints.touched(this.projectId, this.path);
      if (this.random(5) === 0) {
        this.lostAnswers += 1;
        return;
      }
    }
    const news = await texts.changesSince(this.projectId, this.path, getSyncedVersion(this.#open));
    const updates = news.map((event) => toUpdate(updateOf(event)));
    this.#state = this.#open.update(receiveUpdates(this.#open, updates)).state;
  }

  get #open(): EditorState {
    if (!this.#state) throw new Error(`${this.name} has not opened ${this.path}.`);
    return this.#state;
  }
}

/** Moves a position out of a comment. If two people typed into the same comment, that would be correct but could not be counted. */
function clearOfComments(text: string, at: number): number {
  const open = text.lastIndexOf('/*', at);
  const close = text.indexOf('*/', Math.max(0, open));
  if (open >= 0 && close + 2 > at && at > open) return close + 2;
  return text[at - 1] === '/' && text[at] === '*' ? at - 1 : at;
}

/** Writes a line as the model of a run does: it is shown the file, and its answer is merged into what the file has become since. */
export async function modelWrites(instance: Instance, projectId: string, path: string, line: string): Promise<void> {
  const { store, blobs, reconciler } = instance;
  const { files } = await readProject(store, projectId);
  const [content] = await blobs.get([files[path]?.sha256 ?? '']);
  const shown = String(content);
  for (;;) {
    const project = await readProject(store, projectId);
    const wanted = { path, content: `${line}\n${shown}`, shown };
    const [file] = await reconciler.reconcile(project, [wanted]);
    if (!file) throw new Error(`${path} was not to be written.`);
    const [ref] = await blobs.put([Buffer.from(file.content)]);
    if (!ref) throw new Error('Nothing was stored.');
    const { expected, meant_sha256, conflict } = file;
    const meant = meant_sha256 === undefined ? {} : { meant_sha256 };
    try {
      await handle(
        store,
        projectId,
        {
          type: 'RecordFiles',
          files: [{ path, ...ref, ...meant }],
          removed: [],
          expected: { [path]: expected },
          conflicts: conflict ? [{ path, ...conflict, ...meant }] : [],
          author: 'a-model',
          screens: [],
          epoch: project.epoch,
          run: 1,
        },
        'driver',
      );
      return;
    } catch (error) {
      if (!(error instanceof FileChanged)) throw error;
    }
  }
}

/** Accepts any text. */
const gate: FileGate = { admit: (file) => Promise.resolve(file), problemsOf: () => Promise.resolve([]) };
export const PATHS = ['lib/a.ts', 'lib/b.ts', 'lib/c.ts'];
const NAMES = ['ann', 'bob', 'cem', 'dora', 'eli'];

export async function openInstance(databaseUrl: string): Promise<Instance & { close(): Promise<void> }> {
  const opened = await Database.open({ databaseUrl, dataDir: '', log: () => undefined });
  const store = new PostgresEventStore(opened.pool, opened.connection, () => undefined);
  await store.start();
  const blobs = new PostgresBlobStore(opened.pool);
  const texts = new EditedTexts(store, blobs);
  const checkpoints = new Checkpoints(texts, store, blobs, gate);
  const close = async (): Promise<void> => {
    await checkpoints.stop();
    await store.close();
    await opened.close();
  };
  return { store, blobs, texts, checkpoints, reconciler: new FileReconciler(blobs, gate), close };
}

/** Creates a project whose run has written {@link PARTY_TEXT} into each file. */
export async function newParty({ store, blobs }: Instance, projectId: string): Promise<void> {
  await handle(store, projectId, { type: 'StartRun', prompt: 'Create a fitness tracking app' }, 'anonymous');
  await handle(store, projectId, { type: 'AttachDriver' }, 'driver');
  const refs = await blobs.put(PATHS.map(() => Buffer.from(PARTY_TEXT)));
  const files = PATHS.flatMap((path, n) => (refs[n] ? [{ path, ...refs[n] }] : []));
  const by = { author: 'blueprint', epoch: 1, run: 1 } as const;
  await handle(store, projectId, { type: 'RecordFiles', files, removed: [], screens: [], ...by }, 'driver');
}

/** The state of one file at the end of a party. */
export interface PartyEnd {
  /** What the service has stored, in the text and in the file. */
  readonly text: string;
  readonly file: string;
  /** What the editor of each person shows. */
  readonly shown: readonly string[];
  /** What people typed and did not delete again. */
  readonly typed: readonly string[];
  readonly lostAnswers: number;
}

/** The lines that the model writes into each file. */
export const MODEL_LINES = ['// model 0', '// model 1'];

/** Five people and a model edit three files; each step uses any of the instances. */
export async function party(
  instances: readonly Instance[],
  projectId: string,
  random: Random,
): Promise<readonly PartyEnd[]> {
  const anyInstance = (): Instance => instances[random(instances.length)] as Instance;
  await newParty(anyInstance(), projectId);
  const people = PATHS.flatMap((path) => NAMES.map((name) => new Person(projectId, path, name, random)));
  for (const person of people) await person.open(anyInstance());
  const live = async (person: Person): Promise<void> => {
    for (let n = 0; n < 6; n++) {
      person.edit();
      if (random(10) < 7) await person.sync(anyInstance());
    }
  };
  const model = async (path: string): Promise<void> => {
    for (const line of MODEL_LINES) await modelWrites(anyInstance(), projectId, path, line);
  };
  await Promise.all([...people.map(live), ...PATHS.map(model)]);
  return Promise.all(PATHS.map((path) => endOf(anyInstance, projectId, path, people)));
}

async function endOf(
  anyInstance: () => Instance,
  projectId: string,
  path: string,
  people: readonly Person[],
): Promise<PartyEnd> {
  const there = people.filter((person) => person.path === path);
  for (const person of there) while (!person.isSynced) await person.sync(anyInstance());
  const { edited } = await anyInstance().checkpoints.write(projectId, path);
  for (const person of there) await person.sync(anyInstance());
  const { store, blobs } = anyInstance();
  const file = (await readProject(store, projectId)).files[path];
  return {
    text: edited.text.toString(),
    file: String((await blobs.get([file?.sha256 ?? '']))[0]),
    shown: there.map(({ text }) => text),
    typed: there.flatMap(({ typed }) => [...typed]),
    lostAnswers: there.reduce((sum, person) => sum + person.lostAnswers, 0),
  };
}

/** The Mulberry32 generator. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** The text without what people typed, which may be in the middle of the lines of the model. */
export function withoutTokens(text: string): string {
  return text.replaceAll(/\/\*\w+\*\//g, '');
}
