import { type EditedApp, isShownForEdit } from '../authoring/prompts/edit-prompt.js';
import type { FileVersion } from '../generation/state.js';
import { planOf, type StageContext } from './stage-task.js';

/**
 * The files of the app that a model is shown for a change. Those changed longest ago come first: a server caches the beginning of a
 * question, which then stays the same from one revision to the next.
 */
export async function editedApp(context: StageContext, files: readonly FileVersion[]): Promise<EditedApp> {
  const { prompt, earlier } = context.run();
  const shown = files.filter(isShownForEdit).toSorted((a, b) => a.seq - b.seq || (a.path < b.path ? -1 : 1));
  return { plan: planOf(context), files: await context.read(shown), requests: [prompt, ...earlier] };
}
