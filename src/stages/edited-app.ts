import { type EditedApp, isShownForEdit } from '../authoring/prompts/edit-prompt.js';
import type { FileVersion } from '../generation/state.js';
import { planOf, type StageContext } from './stage-task.js';

/**
 * What a model is shown of an app that it is to change. What was changed longest ago comes first: a server keeps the beginning of a
 * question, which is the same then from one revision to the next.
 */
export async function editedApp(context: StageContext, files: readonly FileVersion[]): Promise<EditedApp> {
  const { prompt, earlier } = context.run();
  const shown = files.filter(isShownForEdit).toSorted((a, b) => a.seq - b.seq || (a.path < b.path ? -1 : 1));
  return { plan: planOf(context), files: await context.read(shown), requests: [prompt, ...earlier] };
}
