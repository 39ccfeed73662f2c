import type { AppPlan, SourceFile } from '../generation/plan.js';
import { renderApp } from './render/render-app.js';

/** Every file of the app with all its screens; `written` stands in for the files of the same path. */
export const wholeApp = (
  plan: AppPlan,
  written: readonly SourceFile[] = [],
  { isFinished = false } = {},
): readonly SourceFile[] => renderApp({ plan, screens: plan.screens, isFinished }, written);
