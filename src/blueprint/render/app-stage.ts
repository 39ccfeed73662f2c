import type { AppPlan, Archetype, EntityPlan, ScreenPlan } from '../../generation/plan.js';

/** How far an app is built: the screens it has so far. Every stage is a whole app that runs. */
export interface AppStage {
  readonly plan: AppPlan;
  readonly screens: readonly ScreenPlan[];
  /** Whether the last touch (not-found screen, toasts) is there. */
  readonly isFinished: boolean;
}

/** The screen of an archetype, and of an entity where it has one; undefined while it is not built yet. */
export const screenOf = (stage: AppStage, archetype: Archetype, entity?: EntityPlan): ScreenPlan | undefined =>
  stage.screens.find((screen) => screen.archetype === archetype && screen.entity === entity?.name);

/** The screen that shows all records of an entity, whatever it looks like; undefined while it is not built yet. */
export const listOf = (stage: AppStage, entity: EntityPlan): ScreenPlan | undefined =>
  screenOf(stage, 'list', entity) ?? screenOf(stage, 'catalog', entity) ?? screenOf(stage, 'feed', entity);

/** The screen that opens one record of an entity; undefined while it is not built yet. */
export const openedOf = (stage: AppStage, entity: EntityPlan): ScreenPlan | undefined =>
  screenOf(stage, 'detail', entity) ?? screenOf(stage, 'chat', entity);

/** Whether the app opens on this screen: it then bears the app's name. */
export const isRoot = (screen: ScreenPlan): boolean => screen.route === '(tabs)/index';

/** The path a person sees for a route: groups vanish, `index` is its folder. */
export const pathOf = (screen: ScreenPlan): string =>
  `/${screen.route
    .split('/')
    .filter((part) => !/^\(.*\)$/.test(part) && part !== 'index')
    .join('/')}`;

/** The file of a screen, below the project. */
export const fileOf = (screen: ScreenPlan): string => `app/${screen.route}.tsx`;

/** From a screen's file back to the project's folder: `../../`. */
export const rootFrom = (screen: ScreenPlan): string => '../'.repeat(screen.route.split('/').length);
