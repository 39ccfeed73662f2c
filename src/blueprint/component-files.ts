import type { AppPlan } from '../generation/plan.js';
import { changedFiles, type AppPart } from './app-part.js';
import { renderApp } from './render/render-app.js';

/** The last touch: the not-found screen and toasts, wired into the screens that use them. */
export const componentPart = (plan: AppPlan): AppPart => ({
  files: changedFiles(
    renderApp({ plan, screens: plan.screens, isFinished: false }),
    renderApp({ plan, screens: plan.screens, isFinished: true }),
  ),
});
