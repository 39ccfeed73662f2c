import type { ScreenPlan, SourceFile } from '../../generation/plan.js';
import type { AppStage } from './app-stage.js';
import * as form from './components/form-components.js';
import { barChartComponent, shareBarsComponent, statTileComponent } from './components/home-components.js';
import { errorScreenComponent, notFoundFile, toastComponent } from './components/last-components.js';
import { cardComponent, navigationFile, recordRowComponent, screenComponent } from './components/layout-components.js';
import * as list from './components/list-components.js';
import { detailFile, detailLineComponent } from './detail-file.js';
import { entityViews } from './entity-view.js';
import { formFile } from './form-file.js';
import { homeFile } from './home-file.js';
import { rootLayoutFile, tabsLayoutFile } from './layout-files.js';
import { calendarFile, monthGridComponent } from './calendar-file.js';
import { cartFile, cartLibrary, checkoutFile } from './cart-files.js';
import { catalogFile } from './catalog-file.js';
import { chatFile } from './chat-file.js';
import { artworkComponent } from './components/artwork-component.js';
import { avatarComponent, pictureCardComponent } from './components/picture-components.js';
import { dashboardFile, ringComponent } from './dashboard-file.js';
import { favouritesFile } from './favourites-file.js';
import { feedFile } from './feed-file.js';
import { drawnMapComponent, mapFile } from './map-file.js';
import { clockLibrary, stepperComponent, timerFile } from './timer-file.js';
import { loginFile, onboardingFile } from './welcome-files.js';
import { datesFile, formatFile, themeFile } from './lib-files.js';
import { listFile } from './list-file.js';
import { modelFile } from './model-file.js';
import { profileFile, settingsFile } from './person-files.js';
import { onlyReached } from './reached-files.js';
import { samplesFile } from './samples-file.js';
import { storeFile } from './store-file.js';
import { summariesFile } from './summaries-file.js';

/**
 * Every file of the app at a stage. What a stage adds is the difference to the one before it. `written` stands in for the
 * files of the same path.
 */
export const renderApp = (stage: AppStage, written: readonly SourceFile[] = []): readonly SourceFile[] => {
  const others = new Map(written.map((file) => [file.path, file]));
  return onlyReached(everyFile(stage).map((file) => others.get(file.path) ?? file));
};

const everyFile = (stage: AppStage): readonly SourceFile[] => [
  rootLayoutFile(stage),
  tabsLayoutFile(stage),
  ...stage.screens.map((screen) => screenFile(stage, screen)),
  ...(stage.isFinished ? [notFoundFile()] : []),
  modelFile(stage),
  samplesFile(stage),
  storeFile(stage),
  summariesFile(stage),
  themeFile(stage),
  datesFile(),
  formatFile(),
  navigationFile(),
  clockLibrary(),
  artworkComponent(stage.plan.seed),
  ...cartLibraries(stage),
  ...COMPONENTS,
];

const screenFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const view = (): ReturnType<typeof entityViews>[number] => {
    const found = entityViews(stage.plan).find(({ entity }) => entity.name === screen.entity);
    if (!found)
      throw new Error(`The screen ${screen.name} is about an entity the plan lacks: ${screen.entity ?? 'none'}`);
    return found;
  };
  switch (screen.archetype) {
    case 'home':
      return homeFile(stage);
    case 'list':
      return listFile(stage, screen, view());
    case 'detail':
      return detailFile(stage, screen, view());
    case 'form':
      return formFile(stage, screen, view());
    case 'catalog':
      return catalogFile(stage, screen, view());
    case 'feed':
      return feedFile(stage, screen, view());
    case 'chat':
      return chatFile(stage, screen, view());
    case 'cart':
      return cartFile(stage, screen, view());
    case 'checkout':
      return checkoutFile(stage, screen);
    case 'calendar':
      return calendarFile(stage, screen);
    case 'map':
      return mapFile(stage, screen, view());
    case 'dashboard':
      return dashboardFile(stage, screen);
    case 'timer':
      return timerFile(stage, screen);
    case 'favourites':
      return favouritesFile(stage, screen);
    case 'onboarding':
      return onboardingFile(stage, screen);
    case 'login':
      return loginFile(stage, screen);
    case 'profile':
      return profileFile(stage, screen);
    case 'settings':
      return settingsFile(stage, screen);
    case 'function':
      throw new Error(`The function of ${screen.name} has no renderer yet`);
  }
};

const cartLibraries = ({ plan }: AppStage): readonly SourceFile[] => {
  const sold = plan.screens.find(({ archetype }) => archetype === 'cart')?.entity;
  return entityViews(plan)
    .filter(({ entity }) => entity.name === sold)
    .map(cartLibrary);
};

/** Shared files that a stage takes as soon as one of its files imports them. */
const COMPONENTS: readonly SourceFile[] = [
  screenComponent(),
  cardComponent(),
  recordRowComponent(),
  statTileComponent(),
  barChartComponent(),
  ringComponent(),
  pictureCardComponent(),
  avatarComponent(),
  monthGridComponent(),
  drawnMapComponent(),
  stepperComponent(),
  list.linkRowComponent(),
  shareBarsComponent(),
  list.iconButtonComponent(),
  list.chipRowComponent(),
  list.searchFieldComponent(),
  list.emptyStateComponent(),
  list.buttonComponent(),
  list.confirmDialogComponent(),
  detailLineComponent(),
  form.formFieldComponent(),
  form.textFieldComponent(),
  form.dateFieldComponent(),
  form.choiceFieldComponent(),
  form.switchRowComponent(),
  toastComponent(),
  errorScreenComponent(),
];
