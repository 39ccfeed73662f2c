import type { EditMessage } from '../contract/messages/aside.js';
import type { FileProblem, TextUpdate } from '../contract/texts.js';
import { VersionTooOld } from './errors.js';
import type { EditedTexts } from './edited-texts.js';
import { type Findings, shownAfter } from './shown-problems.js';
import { updateOf } from './text-update.js';

/** A client that has a file open. It receives every message in order. */
export interface Editor {
  readonly id: string;
  readonly userId: string | undefined;
  tell(message: EditMessage): void;
}

/** A file that is open on this instance. Its members receive each change once, in the order of the stream. */
export class EditRoom {
  readonly members = new Map<string, Editor>();
  #joining = 0;
  #version: number | undefined;
  #shown: Findings | undefined;
  #lastTurn: Promise<unknown> = Promise.resolve();
  #isAsked = false;

  constructor(
    readonly projectId: string,
    readonly path: string,
    private readonly texts: EditedTexts,
  ) {}

  /**
   * Adds the editor, which first receives the current text or the changes `since` a version that it has, and then every change.
   * @throws FileNotFound, FileNotEditable
   */
  async join(editor: Editor, since?: number): Promise<void> {
    this.#joining += 1;
    try {
      await this.#inTurn(() => this.#take(editor, since));
    } finally {
      this.#joining -= 1;
    }
  }

  /** Nobody is in it, and nobody is about to join. */
  get isEmpty(): boolean {
    return this.members.size === 0 && this.#joining === 0;
  }

  async #take(editor: Editor, since: number | undefined): Promise<void> {
    const { edited } = await this.texts.open(this.projectId, this.path);
    // Opening the file may have read new changes, which the existing members need as well.
    await this.#readOn(edited.version);
    this.members.set(editor.id, editor);
    this.#version = edited.version;
    const missed = since === undefined ? undefined : await this.#missed(since, edited.version);
    const { path } = this;
    if (since !== undefined && missed) editor.tell({ type: 'edits', data: { path, version: since, updates: missed } });
    else editor.tell({ type: 'file_text', data: { path, version: edited.version, text: edited.text.toString() } });
    if (this.#shown?.version === edited.version) editor.tell(diagnosticsOf(path, this.#shown));
  }

  /** Undefined if the changes are no longer kept, or `since` is newer than the text. */
  async #missed(since: number, version: number): Promise<readonly TextUpdate[] | undefined> {
    if (since > version) return undefined;
    try {
      return (await this.texts.changesSince(this.projectId, this.path, since, version)).map(updateOf);
    } catch (error) {
      if (!(error instanceof VersionTooOld)) throw error;
      return undefined;
    }
  }

  /** Reads new changes, once for any number of calls in between. True if there were any. */
  async grown(): Promise<boolean> {
    if (this.#isAsked) return false;
    this.#isAsked = true;
    return this.#inTurn(() => {
      this.#isAsked = false;
      return this.#readOn();
    });
  }

  /** Takes the findings of a check of the given version. */
  found(by: Findings['by'], version: number, problems: readonly FileProblem[]): void {
    const shown = shownAfter(this.#shown, { by, version, problems }, this.#version);
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (shown) this.tellAll(diagnosticsOf(this.path, shown));
  }

  /** Whether the type check found something that a change in another file may fix. */
  get hasWrongTypes(): boolean {
    return this.#shown?.by === 'types' && this.#shown.problems.length > 0;
  }

  tellAll(message: EditMessage): void {
    for (const member of this.members.values()) member.tell(message);
  }

  async #readOn(upTo?: number): Promise<boolean> {
    const version = this.#version;
    if (version === undefined || this.members.size === 0) return false;
    try {
      const events = await this.texts.changesSince(this.projectId, this.path, version, upTo);
      if (events.length === 0) return false;
      this.#version = version + events.length;
      this.tellAll({ type: 'edits', data: { path: this.path, version, updates: events.map(updateOf) } });
      return true;
    } catch (error) {
      if (!(error instanceof VersionTooOld)) throw error;
      await this.#startAgain();
      return true;
    }
  }

  /** The changes after the version of this room are no longer kept: its members start again from the current text. */
  async #startAgain(): Promise<void> {
    const { edited } = await this.texts.open(this.projectId, this.path);
    this.#version = edited.version;
    const { version, text } = edited;
    this.tellAll({ type: 'file_text', data: { path: this.path, version, text: text.toString() } });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => {
      // The caller of this turn receives the error; the next turn is not affected.
    });
    return turn;
  }
}

function diagnosticsOf(path: string, { version, problems }: Findings): EditMessage {
  return { type: 'diagnostics', data: { path, version, problems } };
}
