import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { EditorState } from '@codemirror/state';
import { handle, readProject } from '../../src/commands/handle.js';
import type { Checkpoints } from '../../src/editing/checkpoints.js';
import type { EditedTexts } from '../../src/editing/edited-texts.js';
import { toUpdate, updateOf } from '../../src/editing/text-update.js';
import type { BlobStore } from '../../src/event-store/blob-store.port.js';
import type { EventStore } from '../../src/event-store/event-store.port.js';
import { FileChanged } from '../../src/generation/errors.js';

/** Where a party's members reach the log: one of several instances of the service. */
export interface Instance {
  readonly store: EventStore;
  readonly blobs: BlobStore;
  readonly texts: EditedTexts;
  readonly checkpoints: Checkpoints;
}

/** Numbers in a row that look random and are the same for the same seed. */
export type Random = (below: number) => number;

export const PARTY_TEXT = '// a shared file\nexport const words = 1;\n\nexport const more = 2;\n';

/** A person with an editor of CodeMirror's, whose answers get lost and whose connection goes and comes. */
export class Person {
  /** What was typed and not taken out again by this person. */
  readonly typed = new Set<string>();
  lostAnswers = 0;
  #state: EditorState | undefined;
  #count = 0;

  constructor(
    private readonly projectId: string,
    private readonly path: string,
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

  /** Types a comment of its own, or takes an earlier one out. */
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

  /** Sends what it has, reads what it lacks. Every fifth answer gets lost after it was stored: it will be sent again. */
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

/** Never inside a comment: there two people's words would mix, which is right but cannot be counted. */
function clearOfComments(text: string, at: number): number {
  const open = text.lastIndexOf('/*', at);
  const close = text.indexOf('*/', Math.max(0, open));
  if (open >= 0 && close + 2 > at && at > open) return close + 2;
  return text[at - 1] === '/' && text[at] === '*' ? at - 1 : at;
}

/** Reads the file as it is in the log and writes it whole, with one line more, as a model or a REST client does. */
export async function writeOutside(
  { store, blobs }: Instance,
  projectId: string,
  path: string,
  line: string,
): Promise<void> {
  for (;;) {
    const { files } = await readProject(store, projectId);
    const file = files[path];
    if (!file) throw new Error(`There is no ${path}.`);
    const [content] = await blobs.get([file.sha256]);
    const [ref] = await blobs.put([Buffer.from(`${line}\n${String(content)}`)]);
    if (!ref) throw new Error('Nothing was stored.');
    const written = [{ path, ...ref }];
    const expected = { [path]: file.sha256 };
    try {
      const change = { type: 'ChangeFiles', written, removed: [], authors: ['a-model'], expected } as const;
      await handle(store, projectId, change, 'a-model');
      return;
    } catch (error) {
      if (!(error instanceof FileChanged)) throw error;
    }
  }
}
