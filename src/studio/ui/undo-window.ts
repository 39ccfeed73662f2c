import { toast } from './toasts.js';

/** As long as a toast is shown. */
const WINDOW_MS = 8_000;

/** For what cannot be taken back once it is done: says that it is about to be, and does it when nobody has said no. */
export function afterUndoWindow(text: string, run: () => void): void {
  const timer = setTimeout(run, WINDOW_MS);
  toast(text, { undo: () => clearTimeout(timer) });
}
