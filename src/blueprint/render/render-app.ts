import type { SourceFile } from '../../generation/app-files.js';
import type { Archetype, ScreenPlan } from '../../generation/plan.js';
import type { AppStage } from './app-stage.js';
import { cartFile, cartLibrary, checkoutFile } from './cart-files.js';
import { artworkComponent } from './components/artwork-component.js';
import { entityViews } from './entity-view.js';
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
import { unitsFile } from './lib/units-file.js';
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
  ...stage.screens.map((screen) => SCREENS[screen.archetype](stage, screen)),
  ...(stage.isFinished ? [notFoundFile()] : []),
  modelFile(stage),
  samplesFile(stage),
  storeFile(stage),
  kindsFile(stage),
  themeFile(stage),
  wordsFile(stage),
  numbersFile(stage),
  unitsFile(),
  artworkComponent(stage.plan.seed),
  ...cartLibraries(stage),
  ...formerFiles(stage.plan),
  ...SHARED_FILES,
];

/** What draws a screen of each archetype. */
const SCREENS: Readonly<Record<Archetype, (stage: AppStage, screen: ScreenPlan) => SourceFile>> = {
  home: record.homeFile,
  list: record.listFile,
  catalog: record.listFile,
  feed: record.listFile,
  detail: record.detailFile,
  form: record.formFile,
  chat: record.chatFile,
  cart: cartFile,
  checkout: checkoutFile,
  calendar: record.calendarFile,
  map: record.mapFile,
  dashboard: record.dashboardFile,
  timer: timerFile,
  favourites: record.favouritesFile,
  onboarding: onboardingFile,
  login: loginFile,
  profile: profileFile,
  settings: settingsFile,
  function: functionFile,
};

const cartLibraries = ({ plan }: AppStage): readonly SourceFile[] => {
  const sold = plan.screens.find(({ archetype }) => archetype === 'cart')?.entity;
  return entityViews(plan)
    .filter(({ entity }) => entity.name === sold)
    .map(cartLibrary);
};
