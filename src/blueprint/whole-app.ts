import type { SourceFile } from '../generation/app-files.js';
import type { AppPlan } from '../generation/plan.js';
import { everyPath, renderApp } from './render/render-app.js';

/** Every file of the app with all its screens; `written` stands in for the files of the same path. */
export const wholeApp = (
  plan: AppPlan,
  written: readonly SourceFile[] = [],
  { isFinished = false } = {},
): readonly SourceFile[] => renderApp({ plan, screens: plan.screens, isFinished }, written);

/** What a screen of the app may import; what no draft needs comes with the screen that does. */
export const importablePaths = (plan: AppPlan): ReadonlySet<string> =>
  new Set(everyPath({ plan, screens: plan.screens, isFinished: true }));
