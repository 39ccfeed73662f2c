import type { Extension, Text } from '@codemirror/state';
import type { EditLine, FileSessionOptions } from './session-options.js';
import { TextSync } from './text-sync.js';
import { textOf, type Unsent } from './unsent.js';

export { type EditLine, type FileSessionOptions, FileSessionRefused } from './session-options.js';
export type { Unsent } from './unsent.js';

/** A file that is open for editing with others. */
export interface FileSession {
  /** What the editor begins with. */
  readonly doc: Text;
  /** Sends what is typed, takes in what others type, and shows their cursors and what is wrong with the text. For one view. */
  readonly extension: Extension;
  /** What was typed and is not known to have reached the service: to be kept over a reload, and given to the session after it. */
  unsent(): Unsent | undefined;
  /** Ends it; what was typed and sent stays. */
  close(): void;
}

/**
 * Opens a file of the project. `new EditorView({ doc: session.doc, extensions: [history(), session.extension] })` edits it together with
 * everyone else; undo takes back one's own edits alone.
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
