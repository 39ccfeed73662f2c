import { toast } from '../../ui/toasts.js';
import { formatted, NotFormatted } from './format.js';
import type { OpenFile } from './open-file.js';
import { changesOver } from './text-changes.js';

/** Formats what is in the editor, whatever others type meanwhile. */
export async function formatFile(file: OpenFile): Promise<void> {
  const before = textOf(file);
  if (before === undefined) return;
  try {
    const after = await formatted(file.path, before);
    const changes = changesOver(before, after, textOf(file) ?? before);
    if (changes.empty) toast('Already formatted.');
    else file.change({ changes, userEvent: 'format' });
  } catch (error) {
    if (!(error instanceof NotFormatted)) throw error;
    toast(`Not formatted. ${error.message}`, { tone: 'bad' });
  }
}

function textOf({ view }: OpenFile): string | undefined {
  return view?.state.doc.toString();
}
