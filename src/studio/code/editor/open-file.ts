import { sendableUpdates } from '@codemirror/collab';
import { Compartment, EditorState, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import {
  type EditLine,
  type FileSession,
  fileSession,
  FileSessionRefused,
  type Unsent,
} from '../../../client/file-session.js';
import type { CursorPlace, FileProblem } from '../../../contract/texts.js';
import { editingSetup } from './setup.js';

/** What there is to say of a file that is open. */
export interface OpenFileState {
  /** `opening`: its text is not there yet. `live`: it is edited with others. `refused`: the service does not open it. */
  readonly phase: 'opening' | 'live' | 'refused';
  readonly refusal: { readonly code: string; readonly message: string } | null;
  readonly problems: readonly FileProblem[];
  /** Others who have it open. */
  readonly others: readonly CursorPlace[];
  /** Something that was typed has not reached the service for a while. */
  readonly isBehind: boolean;
  /** The text with what had not been sent and was too old to be brought in. */
  readonly lostText: string | null;
}

export interface OpenFileListener {
  changed(): void;
  tooLong(path: string): void;
  /** Shift+Alt+F. */
  format(file: OpenFile): void;
}

const BEHIND_AFTER_MS = 1_000;
const OPENING: OpenFileState = {
  phase: 'opening',
  refusal: null,
  problems: [],
  others: [],
  isBehind: false,
  lostText: null,
};

/** A file that is open in a tab, with its editor: kept while another tab is in front. */
export class OpenFile {
  /** Once it is `live`. */
  view: EditorView | undefined;
  #state = OPENING;
  #session: FileSession | undefined;
  #isClosed = false;
  #behindTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #writable = new Compartment();
  readonly #stopListening: () => void;

  constructor(
    private readonly line: EditLine,
    readonly path: string,
    private readonly listener: OpenFileListener,
    private readonly unsentBefore?: Unsent,
  ) {
    this.#stopListening = line.listen({
      aside: (message) => {
        if (message.type !== 'cursors' || message.data.path !== path) return;
        this.#change({ others: message.data.cursors.filter((cursor) => !cursor.is_own) });
      },
    });
    void this.#open();
  }

  get state(): OpenFileState {
    return this.#state;
  }

  /** @see FileSession.unsent */
  unsent(): Unsent | undefined {
    return this.#session ? this.#session.unsent() : this.unsentBefore;
  }

  setWritable(isWritable: boolean): void {
    this.view?.dispatch({ effects: this.#writable.reconfigure(EditorState.readOnly.of(!isWritable)) });
  }

  /** Changes the text as its editor would: one's own undo takes it back. */
  change(change: TransactionSpec): void {
    this.view?.dispatch(change);
  }

  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    clearTimeout(this.#behindTimer);
    if (this.view) this.view.destroy();
    else this.#session?.close();
  }

  async #open(): Promise<void> {
    try {
      this.#session = await fileSession(this.line, this.path, {
        unsent: this.unsentBefore,
        onProblems: (problems) => this.#change({ problems }),
        onReset: (lostText) => this.#change({ lostText }),
        onTooLong: () => this.listener.tooLong(this.path),
      });
      if (this.#isClosed) this.#session.close();
      else this.#show(this.#session);
    } catch (error) {
      const code = error instanceof FileSessionRefused ? error.code : 'refused';
      this.#change({
        phase: 'refused',
        refusal: { code, message: String(error instanceof Error ? error.message : error) },
      });
    }
  }

  #show({ doc, extension }: FileSession): void {
    const keys = [{ key: 'Shift-Alt-f', run: () => (this.listener.format(this), true) }];
    const watch = EditorView.updateListener.of(({ state }) => this.#watchSending(state));
    const extensions = [editingSetup(this.path, keys), this.#writable.of([]), extension, watch];
    this.view = new EditorView({ doc, extensions });
    this.#change({ phase: 'live' });
  }

  /** On a line that works everything has reached the service after some milliseconds. */
  #watchSending(state: EditorState): void {
    const isPending = sendableUpdates(state).length > 0;
    if (!isPending) {
      clearTimeout(this.#behindTimer);
      this.#behindTimer = undefined;
      if (this.#state.isBehind) this.#change({ isBehind: false });
    } else this.#behindTimer ??= setTimeout(() => this.#change({ isBehind: true }), BEHIND_AFTER_MS);
  }

  #change(change: Partial<OpenFileState>): void {
    if (this.#isClosed) return;
    this.#state = { ...this.#state, ...change };
    this.listener.changed();
  }
}
