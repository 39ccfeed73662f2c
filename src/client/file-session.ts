import type { Extension, Text } from '@codemirror/state';
import type { EditLine, FileSessionOptions } from './session-options.js';
import { TextSync } from './text-sync.js';
import { textOf, type Unsent } from './unsent.js';

export { type EditLine, type FileSessionOptions, FileSessionRefused } from './session-options.js';
export type { Unsent } from './unsent.js';

/** A file that is open for editing with others. */
export interface FileSession {
  /** The initial text for the editor. */
  readonly doc: Text;
  /** Sends what is typed, merges what others type, and shows their cursors and the text's problems. For one view. */
  readonly extension: Extension;
  /** Typed text that may not have reached the service: keep it over a reload and pass it to the next session. */
  unsent(): Unsent | undefined;
  /** Ends the session; what was typed and sent stays. */
  close(): void;
}

/**
 * Opens a file of the project. `new EditorView({ doc: session.doc, extensions: [history(), session.extension] })` edits it together with
 * everyone else; undo affects only one's own edits.
 * @throws FileSessionRefused
 */
export async function fileSession(
  connection: EditLine,
  path: string,
  options: FileSessionOptions = {},
): Promise<FileSession> {
  const sync = new TextSync(connection, path, options);
  const { version, text } = await sync.opened;
  return {
    doc: textOf(text),
    extension: sync.extension(version),
    unsent: () => sync.unsent(),
    close: () => sync.close(),
  };
}
