import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { ChangeSet, Compartment, EditorState, type Extension, Text } from '@codemirror/state';
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { Aside, EditMessage } from '../contract/messages/aside.js';
import type { TextUpdate } from '../contract/texts.js';
import { cursorMarks, problemMarks, showCursors, showProblems } from './marks.js';
import { firstOf, fitsAMessage } from './sent-updates.js';
import { type EditLine, type FileSessionOptions, FileSessionRefused } from './session-options.js';
import { textOf, textWith, type Unsent } from './unsent.js';

const CURSOR_PAUSE_MS = 50;
const REFUSALS = ['file_not_found', 'file_not_editable', 'project_not_found'];
const START_AGAIN = ['edit_invalid', 'version_too_old'];

type MistakeData = Extract<Aside, { type: 'error' }>['data'];

interface Opened {
  readonly version: number;
  readonly text: string;
}

/** Keeps one view's text in sync with the service's. */
export class TextSync {
  readonly opened: Promise<Opened>;
  readonly #first = Promise.withResolvers<Opened>();
  readonly #clientId: string;
  readonly #collab = new Compartment();
  readonly #stopListening: () => void;
  /** Messages that arrived before there was a view. */
  #backlog: EditMessage[] = [];
  #view: EditorView | undefined;
  /** The text at the newest version confirmed by the service. */
  #synced = Text.empty;
  /** Unsent changes from before the reload, as long as they can still be applied. */
  #resumed: Unsent | undefined;
  #isOpen = false;
  #isPushing = false;
  #cursorTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connection: EditLine,
    private readonly path: string,
    private readonly options: FileSessionOptions,
  ) {
    this.opened = this.#first.promise;
    this.#resumed = options.unsent;
    this.#clientId = options.unsent?.client_id ?? randomId();
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
    // Longer changes could never be sent. Others' changes are not filtered.
    const within = EditorState.changeFilter.of(({ changes }) => {
      const fits = fitsAMessage({ clientID: this.#clientId, changes });
      if (!fits) this.options.onTooLong?.();
      return fits;
    });
    return [this.#collab.of(this.#collabAt(version)), within, attach, cursorMarks, problemMarks];
  }

  unsent(): Unsent | undefined {
    const state = this.#view?.state;
    if (this.#resumed || !state) return this.#resumed;
    const updates = sendableUpdates(state).map(({ changes }) => changes.toJSON() as TextUpdate['changes']);
    if (updates.length === 0) return undefined;
    return { client_id: this.#clientId, version: getSyncedVersion(state), base: this.#synced.toString(), updates };
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

  /** Opens at the version of the view: the changes since then arrive one by one. */
  #open(): void {
    const version = this.#view ? getSyncedVersion(this.#view.state) : this.#resumed?.version;
    this.connection.send({ action: 'open_file', path: this.path, ...(version !== undefined && { version }) });
  }

  #attach(view: EditorView): void {
    this.#view = view;
    // A view must not be changed while it is being made.
    setTimeout(() => {
      if (this.#view !== view) return;
      for (const changes of this.#resumed?.updates ?? []) view.dispatch({ changes: ChangeSet.fromJSON(changes) });
      this.#resumed = undefined;
      for (const message of this.#backlog) this.#take(message);
      this.#backlog = [];
      this.#push();
    }, 0);
  }

  #hear(message: Aside): void {
    if (message.type === 'error') this.#hearMistake(message.data);
    else if (!isOfEditing(message) || message.data.path !== this.path) return;
    else if (this.#view) this.#take(message);
    else this.#wait(message);
  }

  /** There is no view yet: it will start with the service's text, or with the unsent text from before the reload. */
  #wait(message: EditMessage): void {
    if (message.type === 'file_text') this.#begin(message.data);
    else this.#backlog.push(message);
    if (message.type === 'edits' && this.#resumed && this.#synced === Text.empty) {
      const { version, base: text } = this.#resumed;
      this.#synced = textOf(text);
      this.#first.resolve({ version, text });
    }
  }

  #begin(opened: Opened): void {
    this.#isOpen = true;
    this.#backlog = [];
    this.#synced = textOf(opened.text);
    // The changes since then are gone: unsent text cannot be merged.
    if (this.#resumed) this.options.onReset?.(textWith(this.#resumed));
    this.#resumed = undefined;
    this.#first.resolve(opened);
  }

  #hearMistake({ code, message, path = this.path }: MistakeData): void {
    if (path !== this.path) return;
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
    for (const { changes } of news) this.#synced = changes.apply(this.#synced);
    if (news.length > 0) view.dispatch(receiveUpdates(view.state, news));
    this.#push();
  }

  #startAgain(view: EditorView, { version, text }: Opened): void {
    const before = view.state.doc.toString();
    const hadMore = sendableUpdates(view.state).length > 0;
    // Removing the field and adding it again resets it.
    view.dispatch({ effects: this.#collab.reconfigure([]) });
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, filter: false });
    view.dispatch({ effects: this.#collab.reconfigure(this.#collabAt(version)) });
    this.#synced = textOf(text);
    this.#isOpen = true;
    this.#isPushing = false;
    if (hadMore && before !== text) this.options.onReset?.(before);
  }

  #updated({ docChanged, selectionSet, state }: ViewUpdate): void {
    if (docChanged) this.#push(state);
    if (selectionSet || docChanged) this.#cursorTimer ??= setTimeout(() => this.#sendCursor(), CURSOR_PAUSE_MS);
  }

  /** One push at a time: what is typed meanwhile goes into the next. */
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

  /** A long change that the filter does not see (undoing a long deletion) cannot be sent either: the text is reloaded. */
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
