import type { EntityPlan, ScreenPlan } from '../generation/plan.js';
import { recordsOfFunction } from './functions/function-records.js';
import type { Wishes } from './screen-wishes.js';

type Extra = Omit<ScreenPlan, 'entity'>;

/** Screens besides those of the things: what the prompt or the kind of app asks for and the things can fill. */
export const extraScreens = (
  entities: readonly EntityPlan[],
  { wants, timer, opensOn, functions }: Wishes,
  things: readonly ScreenPlan[],
): readonly ScreenPlan[] => {
  const ware = entities.find(
    (entity) =>
      things.some(({ archetype, entity: of }) => archetype === 'catalog' && of === entity.name) &&
      hasField(entity, 'money'),
  );
  const dated = entities.find((entity) => hasField(entity, 'date'));
  const marked = entities.find(({ fields }) => fields.some(({ name }) => name === 'favourite'));
  const logged = entities.find(
    (entity) => hasField(entity, 'date') && entity.fields.some(({ unit }) => unit === 'min'),
  );
  const filled = functions.filter(({ function: does, entity }) =>
    [...(does ? recordsOfFunction(does) : []), ...(entity === undefined ? [] : [entity])].every((record) =>
      entities.some(({ name }) => name === record),
    ),
  );
  const hasLog = filled.some(({ archetype }) => archetype === 'timer');
  return [
    ...filled,
    ...(!hasLog && (wants('timer') || opensOn === 'timer')
      ? [about({ ...TIMER, name: TIMER_NAMES[timer], timer }, timer === 'chess' ? undefined : logged)]
      : []),
    ...(ware && (wants('cart') || wants('checkout')) ? [about(CART, ware), about(CHECKOUT, ware)] : []),
    ...(dated && wants('calendar') ? [about(CALENDAR, dated)] : []),
    ...(entities.length > 0 && wants('map') ? [about(MAP, placeOf(entities))] : []),
    ...(entities.length > 0 && wants('dashboard') ? [about(DASHBOARD)] : []),
    ...(marked && wants('favourites') ? [about(FAVOURITES, marked)] : []),
    ...(wants('onboarding') ? [about(ONBOARDING)] : []),
    ...(wants('login') ? [about(LOGIN)] : []),
  ].filter((screen) => !entities.some(({ plural }) => plural === screen.name));
};

const about = (screen: Extra, entity?: EntityPlan): ScreenPlan => ({
  ...screen,
  ...(entity && { entity: entity.name }),
});

const hasField = ({ fields }: EntityPlan, type: string): boolean => fields.some((field) => field.type === type);

/** What stands on the map: a place where there is one. */
const placeOf = (entities: readonly EntityPlan[]): EntityPlan | undefined =>
  entities.find(({ name, fields }) => PLACES.test(name) || fields.some((field) => PLACES.test(field.name))) ??
  entities[0];

const PLACES = /place|location|city|shop|stop|listing|property|venue|restaurant|address|country|destination/i;

const TIMER_NAMES = {
  chess: 'Clock',
  interval: 'Timer',
  stopwatch: 'Stopwatch',
  countdown: 'Countdown',
  log: 'Timer',
} as const;

const TIMER: Extra = { name: 'Timer', archetype: 'timer', route: 'timer', icon: 'timer-outline', isTab: true };
const CART: Extra = { name: 'Cart', archetype: 'cart', route: 'cart', icon: 'cart-outline', isTab: true };
const CHECKOUT: Extra = { name: 'Checkout', archetype: 'checkout', route: 'checkout', isTab: false };
const CALENDAR: Extra = {
  name: 'Calendar',
  archetype: 'calendar',
  route: 'calendar',
  icon: 'calendar-number-outline',
  isTab: true,
};
const MAP: Extra = { name: 'Map', archetype: 'map', route: 'map', icon: 'map-outline', isTab: true };
const DASHBOARD: Extra = {
  name: 'Statistics',
  archetype: 'dashboard',
  route: 'statistics',
  icon: 'stats-chart-outline',
  isTab: true,
};
const FAVOURITES: Extra = {
  name: 'Favourites',
  archetype: 'favourites',
  route: 'favourites',
  icon: 'heart-outline',
  isTab: true,
};
const ONBOARDING: Extra = { name: 'Welcome', archetype: 'onboarding', route: 'welcome', isTab: false };
const LOGIN: Extra = { name: 'Sign in', archetype: 'login', route: 'sign-in', isTab: false };
