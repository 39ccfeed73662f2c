import type { AppPlan } from '../generation/plan.js';
import { changedFiles, type AppPart } from './app-part.js';
import { fileOf } from './render/app-stage.js';
import { renderApp } from './render/render-app.js';

/** One part for each screen after home, in the plan's order. Each leaves an app whose links all lead somewhere. */
export const screenParts = (plan: AppPlan): readonly AppPart[] => {
  let before = renderApp({ plan, screens: plan.screens.slice(0, 1), isFinished: false });
  return plan.screens.slice(1).map((screen, index) => {
    const after = renderApp({ plan, screens: plan.screens.slice(0, index + 2), isFinished: false });
    const files = changedFiles(before, after);
    before = after;
    return { screen: screen.name, path: fileOf(screen), files };
  });
};
