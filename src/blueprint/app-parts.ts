import type { SourceFile } from '../generation/app-files.js';
import type { AppPlan } from '../generation/plan.js';
import { fileOf } from './render/app-stage.js';
import { renderApp } from './render/render-app.js';

/** A step in which an app grows: after each one it is whole and runs. */
export interface AppPart {
  /** The screen that arrives with it, as people see its name. */
  readonly screen?: string;
  /** The file of that screen. */
  readonly path?: string;
  /** Every file that is new or replaced. */
  readonly files: readonly SourceFile[];
}

/** The smallest whole app of a plan: navigation, theme, the store with all its records, and the home screen. */
export const baseFiles = (plan: AppPlan): AppPart => {
  const screens = plan.screens.slice(0, 1);
  return {
    screen: screens[0]?.name ?? plan.name,
    path: 'app/(tabs)/index.tsx',
    files: renderApp({ plan, screens, isFinished: false }),
  };
};

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

/** The last touch: the not-found screen and toasts, wired into the screens that use them. */
export const componentPart = (plan: AppPlan): AppPart => ({
  files: changedFiles(
    renderApp({ plan, screens: plan.screens, isFinished: false }),
    renderApp({ plan, screens: plan.screens, isFinished: true }),
  ),
});

/** The files of `after` that `before` lacks or has otherwise. */
export const changedFiles = (before: readonly SourceFile[], after: readonly SourceFile[]): readonly SourceFile[] => {
  const known = new Map(before.map(({ path, content }) => [path, content]));
  return after.filter(({ path, content }) => known.get(path) !== content);
};
