import type { EditMessage } from '../contract/messages/aside.js';
import type { FileProblem, TextUpdate } from '../contract/texts.js';
import { VersionTooOld } from './errors.js';
import type { EditedTexts } from './edited-texts.js';
import { type Findings, shownAfter } from './shown-problems.js';
import { updateOf } from './text-update.js';

/** A client that has a file open: it gets everything in order. */
export interface Editor {
  readonly id: string;
  readonly userId: string | undefined;
  tell(message: EditMessage): void;
}

/** One file that is open on this instance: its members hear of each change once, in the order of the text's stream. */
export class EditRoom {
  readonly members = new Map<string, Editor>();
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
   * The editor gets the text as it is, or the changes `since` a version of it, then every change.
   * @throws FileNotFound, FileNotEditable
   */
  join(editor: Editor, since?: number): Promise<void> {
    return this.#inTurn(async () => {
      const { edited } = await this.texts.open(this.projectId, this.path);
      // Members who are already here must not miss what opening the file has read.
      await this.#readOn(edited.version);
      this.members.set(editor.id, editor);
      this.#version = edited.version;
      const missed = since === undefined ? undefined : await this.#missed(since, edited.version);
      const { path } = this;
      if (since !== undefined && missed)
        editor.tell({ type: 'edits', data: { path, version: since, updates: missed } });
      else editor.tell({ type: 'file_text', data: { path, version: edited.version, text: edited.text.toString() } });
      if (this.#shown?.version === edited.version) editor.tell(diagnosticsOf(path, this.#shown));
    });
  }

  /** Undefined where they are not kept, or there never was such a version. */
  async #missed(since: number, version: number): Promise<readonly TextUpdate[] | undefined> {
    if (since > version) return undefined;
    try {
      return (await this.texts.changesSince(this.projectId, this.path, since, version)).map(updateOf);
    } catch (error) {
      if (!(error instanceof VersionTooOld)) throw error;
      return undefined;
    }
  }

  /** There may be more changes; asked often, they are read once. True where there were some. */
  async grown(): Promise<boolean> {
    if (this.#isAsked) return false;
    this.#isAsked = true;
    return this.#inTurn(() => {
      this.#isAsked = false;
      return this.#readOn();
    });
  }

  /** Somebody has looked at the text of that version. */
  found(by: Findings['by'], version: number, problems: readonly FileProblem[]): void {
    const shown = shownAfter(this.#shown, { by, version, problems }, this.#version);
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (shown) this.tellAll(diagnosticsOf(this.path, shown));
  }

  /** The types' check has found something that may be mended elsewhere. */
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

  /** The changes after this room's version are gone: its members start from the current text. */
  async #startAgain(): Promise<void> {
    const { edited } = await this.texts.open(this.projectId, this.path);
    this.#version = edited.version;
    const { version, text } = edited;
    this.tellAll({ type: 'file_text', data: { path: this.path, version, text: text.toString() } });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => {
      // Whoever asked for this turn hears of it; the next one starts afresh.
    });
    return turn;
  }
}

function diagnosticsOf(path: string, { version, problems }: Findings): EditMessage {
  return { type: 'diagnostics', data: { path, version, problems } };
}
