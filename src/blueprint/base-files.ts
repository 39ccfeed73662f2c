import type { AppPlan } from '../generation/plan.js';
import type { AppPart } from './app-part.js';
import { renderApp } from './render/render-app.js';

/** The smallest whole app of a plan: navigation, theme, the store with all its records, and the home screen. */
export const baseFiles = (plan: AppPlan): AppPart => {
  const screens = plan.screens.slice(0, 1);
  return {
    screen: screens[0]?.name ?? plan.name,
    path: 'app/(tabs)/index.tsx',
    files: renderApp({ plan, screens, isFinished: false }),
  };
};
