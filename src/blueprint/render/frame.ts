import type { ScreenPlan } from '../../generation/plan.js';
import { isRoot, pathOf, rootFrom, screenOf, type AppStage } from './app-stage.js';
import { lines, literal } from './source-text.js';

/** How a screen stands in its frame: title, way back, and the way to the settings where the app opens on it. */
export interface Frame {
  /** From the screen's file to the project's folder. */
  readonly root: string;
  /** The attributes of `<Screen>`, one a line. */
  attributes(options: { readonly title: string; readonly action?: string; readonly scrolls?: boolean }): string;
  /** Imports that the attributes need besides `Screen`. */
  readonly imports: string | false;
  /** Whether the attributes use the router. */
  readonly usesRouter: boolean;
}

/** The frame of a top screen: a tab, the one the app opens on, or one reached from the profile. */
export const frameOf = (stage: AppStage, screen: ScreenPlan): Frame => {
  const root = rootFrom(screen);
  const settings = isRoot(screen) ? screenOf(stage, 'settings') : undefined;
  return {
    root,
    imports: settings !== undefined && `import { IconButton } from "${root}components/icon-button";`,
    usesRouter: settings !== undefined,
    attributes: ({ title, action, scrolls = true }) => {
      const buttons = lines(
        action,
        settings &&
          `          <IconButton icon="settings-outline" label="Settings" tone="muted" onPress={() => router.push("${pathOf(settings)}")} />`,
      );
      return lines(
        `      title={${literal(isRoot(screen) ? stage.plan.name : title)}}`,
        isRoot(screen) && `      subtitle={${literal(stage.plan.tagline)}}`,
        !screen.isTab && '      backTo="/"',
        !scrolls && '      scrolls={false}',
        buttons !== '' && `      actions={\n        <>\n${buttons}\n        </>\n      }`,
      );
    },
  };
};
