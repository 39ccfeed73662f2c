import type { SourceFile } from '../../generation/app-files.js';
import type { ScreenPlan } from '../../generation/plan.js';
import type { AppStage } from './app-stage.js';
import { cartFile, cartLibrary, checkoutFile } from './cart-files.js';
import { chatFile } from './chat-file.js';
import { artworkComponent } from './components/artwork-component.js';
import { entityViews, type EntityView } from './entity-view.js';
import { functionFile } from './functions/functions.js';
import { timerFile } from './functions/timer.js';
import { notFoundFile, rootLayoutFile, tabsLayoutFile } from './layout-files.js';
import { formerFiles } from './lib/former-files.js';
import { kindsFile } from './lib/kinds-file.js';
import { modelFile } from './lib/model-file.js';
import { numbersFile } from './lib/numbers-file.js';
import { samplesFile } from './lib/samples-file.js';
import { storeFile } from './lib/store-file.js';
import { themeFile } from './lib/theme-file.js';
import { wordsFile } from './lib/words-file.js';
import { loginFile, onboardingFile, profileFile, settingsFile } from './person-files.js';
import { onlyReached } from './reached-files.js';
import * as record from './record-files.js';
import { SHARED_FILES } from './shared-files.js';

/**
 * Every file of the app at a stage. What a stage adds is the difference to the one before it. `written` stands in for the
 * files of the same path.
 */
export const renderApp = (stage: AppStage, written: readonly SourceFile[] = []): readonly SourceFile[] => {
  const others = new Map(written.map((file) => [file.path, file]));
  return onlyReached(everyFile(stage).map((file) => others.get(file.path) ?? file));
};

/** What a file of the app may import: also what none of its screens needs yet. */
export const everyPath = (stage: AppStage): readonly string[] => everyFile(stage).map(({ path }) => path);

const everyFile = (stage: AppStage): readonly SourceFile[] => [
  rootLayoutFile(stage),
  tabsLayoutFile(stage),
  ...stage.screens.map((screen) => screenFile(stage, screen)),
  ...(stage.isFinished ? [notFoundFile()] : []),
  modelFile(stage),
  samplesFile(stage),
  storeFile(stage),
  kindsFile(stage),
  themeFile(stage),
  wordsFile(stage),
  numbersFile(stage),
  artworkComponent(stage.plan.seed),
  ...cartLibraries(stage),
  ...formerFiles(stage.plan),
  ...SHARED_FILES,
];

const screenFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const view = (): EntityView => viewAt(stage, screen);
  switch (screen.archetype) {
    case 'home':
      return record.homeFile(stage, screen);
    case 'list':
    case 'catalog':
    case 'feed':
      return record.listFile(stage, screen, view());
    case 'detail':
      return record.detailFile(stage, screen, view());
    case 'form':
      return record.formFile(screen, view());
    case 'chat':
      return chatFile(screen, view());
    case 'cart':
      return cartFile(stage, screen, view());
    case 'checkout':
      return checkoutFile(stage, screen);
    case 'calendar':
      return record.calendarFile(stage, screen);
    case 'map':
      return record.mapFile(stage, screen, view());
    case 'dashboard':
      return record.dashboardFile(stage, screen);
    case 'timer':
      return timerFile(stage, screen);
    case 'favourites':
      return record.favouritesFile(stage, screen);
    case 'onboarding':
      return onboardingFile(stage, screen);
    case 'login':
      return loginFile(stage, screen);
    case 'profile':
      return profileFile(stage, screen);
    case 'settings':
      return settingsFile(stage, screen);
    case 'function':
      return functionFile(stage, screen);
  }
};

const viewAt = ({ plan }: AppStage, { name, entity }: ScreenPlan): EntityView => {
  const found = entityViews(plan).find((view) => view.entity.name === entity);
  if (!found) throw new Error(`The screen ${name} is about an entity the plan lacks: ${entity ?? 'none'}`);
  return found;
};

const cartLibraries = ({ plan }: AppStage): readonly SourceFile[] => {
  const sold = plan.screens.find(({ archetype }) => archetype === 'cart')?.entity;
  return entityViews(plan)
    .filter(({ entity }) => entity.name === sold)
    .map(cartLibrary);
};
