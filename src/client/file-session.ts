import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { ChangeSet, Compartment, EditorState, type Extension, Text } from '@codemirror/state';
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { Aside, EditMessage } from '../contract/messages/aside.js';
import type { FileProblem } from '../contract/texts.js';
import type { ProjectConnection } from './connect.js';
import { cursorMarks, problemMarks, showCursors, showProblems } from './marks.js';
import { firstOf, fitsAMessage } from './sent-updates.js';

/** A file that is open for editing with others. */
export interface FileSession {
  /** What the editor begins with. */
  readonly doc: Text;
  /** Sends what is typed, takes in what others type, and shows their cursors and what is wrong with the text. For one view. */
  readonly extension: Extension;
  /** Ends it; what was typed and sent stays. */
  close(): void;
}

export interface FileSessionOptions {
  /** What is wrong with the text: by `gate`, it does not count in its file; by `types`, it does. None: all is well. */
  readonly onProblems?: (problems: readonly FileProblem[]) => void;
  /** The text was begun anew after an absence of weeks: what had not been sent by then is given back here. */
  readonly onReset?: (before: string) => void;
  /** What was to be put in at once is longer than a message may be, and was left out: such a text is written over REST. */
  readonly onTooLong?: () => void;
}

/** The file cannot be opened. */
export class FileSessionRefused extends Error {
  override readonly name = 'FileSessionRefused';
  /** @param code of the service's answer: `file_not_found`, `file_not_editable` */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const CURSOR_PAUSE_MS = 50;
const REFUSALS = ['file_not_found', 'file_not_editable', 'project_not_found'];
const START_AGAIN = ['edit_invalid', 'version_too_old'];

/**
 * Opens a file of the project. `new EditorView({ doc: session.doc, extensions: [history(), session.extension] })` edits it together with
 * everyone else; undo takes back one's own edits alone.
 * @throws FileSessionRefused
 */
export async function fileSession(
  connection: ProjectConnection,
  path: string,
  options: FileSessionOptions = {},
): Promise<FileSession> {
  const sync = new TextSync(connection, path, options);
  const { version, text } = await sync.opened;
  return { doc: Text.of(text.split('\n')), extension: sync.extension(version), close: () => sync.close() };
}

interface Opened {
  readonly version: number;
  readonly text: string;
}

/** Keeps one view's text and the service's the same. */
class TextSync {
  readonly opened: Promise<Opened>;
  readonly #first = Promise.withResolvers<Opened>();
  readonly #clientId = randomId();
  readonly #collab = new Compartment();
  readonly #stopListening: () => void;
  /** What came before there was a view. */
  #backlog: EditMessage[] = [];
  #view: EditorView | undefined;
  #isOpen = false;
  #isPushing = false;
  #cursorTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connection: ProjectConnection,
    private readonly path: string,
    private readonly options: FileSessionOptions,
  ) {
    this.opened = this.#first.promise;
    this.#stopListening = connection.listen({
      ready: () => this.#open(),
      state: () => {
        this.#isOpen = false;
        this.#isPushing = false;
      },
      aside: (message) => this.#hear(message),
      refused: (error) => this.#first.reject(error),
    });
    if (connection.state === 'open') this.#open();
  }

  extension(version: number): Extension {
    const attach = ViewPlugin.define((view) => {
      this.#attach(view);
      return { update: (update) => this.#updated(update), destroy: () => this.close() };
    });
    // Longer changes could never be sent. What comes from others passes by itself.
    const within = EditorState.changeFilter.of(({ changes }) => {
      const fits = fitsAMessage({ clientID: this.#clientId, changes });
      if (!fits) this.options.onTooLong?.();
      return fits;
    });
    return [this.#collab.of(this.#collabAt(version)), within, attach, cursorMarks, problemMarks];
  }

  close(): void {
    this.#stopListening();
    clearTimeout(this.#cursorTimer);
    this.connection.send({ action: 'close_file', path: this.path });
    this.#view = undefined;
  }

  #collabAt(startVersion: number): Extension {
    return collab({ startVersion, clientID: this.#clientId });
  }

  /** From where the view is: the changes since come one by one. */
  #open(): void {
    const version = this.#view && getSyncedVersion(this.#view.state);
    this.connection.send({ action: 'open_file', path: this.path, ...(version !== undefined && { version }) });
  }

  #attach(view: EditorView): void {
    this.#view = view;
    // A view must not be changed while it is being made.
    setTimeout(() => {
      for (const message of this.#backlog) this.#take(message);
      this.#backlog = [];
      this.#push();
    }, 0);
  }

  #hear(message: Aside): void {
    if (message.type === 'error') this.#hearMistake(message.data.code, message.data.message);
    else if (!isOfEditing(message) || message.data.path !== this.path) return;
    else if (message.type === 'file_text' && !this.#view) {
      this.#isOpen = true;
      this.#backlog = [];
      this.#first.resolve(message.data);
    } else if (!this.#view) this.#backlog.push(message);
    else this.#take(message);
  }

  #hearMistake(code: string, message: string): void {
    if (REFUSALS.includes(code)) this.#first.reject(new FileSessionRefused(code, message));
    if (!this.#isPushing) return;
    this.#isPushing = false;
    if (code === 'file_not_open') this.#open();
    else if (START_AGAIN.includes(code)) this.connection.send({ action: 'open_file', path: this.path });
  }

  #take(message: EditMessage): void {
    const view = this.#view;
    if (!view) return;
    switch (message.type) {
      case 'file_text':
        this.#startAgain(view, message.data);
        break;
      case 'edits':
        this.#takeEdits(view, message.data);
        break;
      case 'cursors':
        view.dispatch({ effects: showCursors.of(message.data.cursors.filter((cursor) => !cursor.is_own)) });
        break;
      case 'diagnostics':
        this.options.onProblems?.(message.data.problems);
        view.dispatch({ effects: showProblems.of(message.data.problems) });
    }
  }

  #takeEdits(view: EditorView, { version, updates }: Extract<EditMessage, { type: 'edits' }>['data']): void {
    this.#isOpen = true;
    const known = getSyncedVersion(view.state) - version;
    if (known < 0) {
      this.#open(); // Some are missing.
      return;
    }
    const news = updates.slice(known).map(({ client_id: clientID, changes }) => ({
      clientID,
      changes: ChangeSet.fromJSON(changes),
    }));
    if (news.some(({ clientID }) => clientID === this.#clientId)) this.#isPushing = false;
    if (news.length > 0) view.dispatch(receiveUpdates(view.state, news));
    this.#push();
  }

  #startAgain(view: EditorView, { version, text }: Opened): void {
    const before = view.state.doc.toString();
    const hadMore = sendableUpdates(view.state).length > 0;
    // A field that is left out and taken in again begins anew.
    view.dispatch({ effects: this.#collab.reconfigure([]) });
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, filter: false });
    view.dispatch({ effects: this.#collab.reconfigure(this.#collabAt(version)) });
    this.#isOpen = true;
    this.#isPushing = false;
    if (hadMore && before !== text) this.options.onReset?.(before);
  }

  #updated({ docChanged, selectionSet, state }: ViewUpdate): void {
    if (docChanged) this.#push(state);
    if (selectionSet || docChanged) this.#cursorTimer ??= setTimeout(() => this.#sendCursor(), CURSOR_PAUSE_MS);
  }

  /** One push at a time: what is typed meanwhile goes with the next. */
  #push(state: EditorState | undefined = this.#view?.state): void {
    if (!state || !this.#isOpen || this.#isPushing) return;
    const pending = sendableUpdates(state);
    if (pending.length === 0) return;
    const updates = firstOf(pending);
    if (updates.length === 0) {
      this.#giveUp();
      return;
    }
    const version = getSyncedVersion(state);
    this.#isPushing = this.connection.send({ action: 'edit', path: this.path, version, updates });
  }

  /** What passes by the filter, an undo of a long deletion, cannot be sent either: the text is begun anew. */
  #giveUp(): void {
    this.options.onTooLong?.();
    this.#isPushing = this.connection.send({ action: 'open_file', path: this.path });
  }

  #sendCursor(): void {
    this.#cursorTimer = undefined;
    if (!this.#view || !this.#isOpen) return;
    const { anchor, head } = this.#view.state.selection.main;
    this.connection.send({ action: 'cursor', path: this.path, anchor, head });
  }
}

function isOfEditing(message: Aside): message is EditMessage {
  return ['file_text', 'edits', 'cursors', 'diagnostics'].includes(message.type);
}

function randomId(): string {
  return Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 8)).join('');
}
