import { ApiError } from '../../api/http.js';
import { toast } from '../../ui/toasts.js';
import { readFile, type Signed, writeFile } from '../files-api.js';
import type { OpenFile } from './open-file.js';
import type { OpenFiles } from './open-files.js';
import { changesBetween } from './text-changes.js';

/** Makes the file's text what it was: in its editor where that is open, so that others who are in it stay where they are. */
export async function restoreText(by: Signed, path: string, text: string, open: OpenFiles): Promise<void> {
  const file = open.open(path);
  const before = file.view?.state.doc.toString();
  if (before === undefined) await overwrite(by, path, text);
  else {
    put(file, text);
    toast('The version was restored.', { undo: () => put(file, before) });
  }
}

function put(file: OpenFile, text: string): void {
  const now = file.view?.state.doc.toString();
  if (now !== undefined) file.change({ changes: changesBetween(now, text), userEvent: 'restore' });
}

/** The file is not open for editing: it is written whole. */
async function overwrite(by: Signed, path: string, content: Blob | string): Promise<void> {
  try {
    const { bytes, etag } = await readFile(by.id, path);
    await writeFile(by, path, content, etag);
    toast('The version was restored.', { undo: () => void overwrite(by, path, bytes) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toast([error.message, error.suggestion].filter(Boolean).join(' '), { tone: 'bad' });
  }
}
