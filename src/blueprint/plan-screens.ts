import type { EntityPlan, ScreenPlan } from '../generation/plan.js';
import { entityScreens } from './entity-screens.js';
import { extraScreens } from './extra-screens.js';
import looks from './lexicon/looks.json' with { type: 'json' };
import { pluralOf } from './nouns.js';
import type { Wishes } from './screen-wishes.js';

/** Home, three places for what the app is about, and the profile: more do not fit a phone's tab bar. */
const MAX_TABS = 5;

/** The app's screens in the order they are built: the one it opens on, those of its things, the rest, profile, settings. */
export const planScreens = (entities: readonly EntityPlan[], wishes: Wishes): readonly ScreenPlan[] => {
  const things = entityScreens(entities, wishes);
  const extras = extraScreens(entities, wishes, things);
  const all = [...things, ...extras];
  const root = rootOf(all, wishes);
  const rest = all.filter((screen) => screen !== root);
  const tabs = tabsAmong(rest, wishes).slice(0, MAX_TABS - 2);
  const placed = rest.map((screen) => placedAt(screen, tabs.includes(screen)));
  return withUniqueNames([
    { ...root, route: '(tabs)/index', isTab: true },
    ...inTabOrder(placed, tabs),
    { name: 'Profile', archetype: 'profile', route: '(tabs)/profile', icon: 'person-circle-outline', isTab: true },
    { name: 'Settings', archetype: 'settings', route: 'settings', icon: 'settings-outline', isTab: false },
  ]);
};

/** An app about posts, conversations or a timer opens on them; any other on its home. */
const rootOf = (screens: readonly ScreenPlan[], { opensOn }: Wishes): ScreenPlan => {
  const wanted = screens.find(({ archetype }) => archetype === opensOn);
  return wanted ?? { name: 'Home', archetype: 'home', route: '(tabs)/index', icon: 'home-outline', isTab: true };
};

/** The first list, then those that may have a tab besides it: the ones that the prompt names first, then by how much they matter. */
const tabsAmong = (screens: readonly ScreenPlan[], { named, asks }: Wishes): readonly ScreenPlan[] => {
  const isInbox = ({ entity }: ScreenPlan): boolean =>
    screens.some(({ function: does }) => does?.kind === 'contact' && does.messages === entity);
  const firstList = screens.find((screen) => LISTS.has(screen.archetype) && !isInbox(screen));
  const rank = (screen: ScreenPlan): number => {
    // What the form sends is read now and then; the form itself is what people come for.
    if (isInbox(screen)) return 5;
    const place = named.findIndex(
      ({ name, archetype }) =>
        archetype === screen.archetype || [name, pluralOf(name)].includes(screen.name.toLowerCase()),
    );
    if (place < 0 && screen === firstList) return 0;
    if (place < 0 && screen.function)
      return (FOLLOWING.has(screen.function.kind) ? 1.2 : -1) + screens.indexOf(screen) / 1000;
    return place >= 0
      ? place - 100
      : (asks(screen.archetype) ? ASKED_RANK : (TAB_RANKS[screen.archetype] ?? 9)) + screens.indexOf(screen) / 1000;
  };
  return screens.filter(({ icon, isTab }) => isTab && icon !== undefined).toSorted((a, b) => rank(a) - rank(b));
};

/** Functions that come behind what they are about. */
const FOLLOWING: ReadonlySet<string> = new Set(['page', 'contact', 'leaderboard', 'streak']);

const LISTS: ReadonlySet<string> = new Set(['list', 'catalog', 'feed']);

/** What the prompt asks for comes before a second list. */
const ASKED_RANK = 0.9;

/** A cart belongs in reach of the thumb; a second list before a calendar, a map behind it. */
const TAB_RANKS: Partial<Record<ScreenPlan['archetype'], number>> = looks.tabs;

/** A screen with a tab lives in the tabs' folder; another one of the same kind is its own folder's index. */
const placedAt = (screen: ScreenPlan, isTab: boolean): ScreenPlan =>
  screen.icon === undefined || !screen.isTab
    ? screen
    : { ...screen, isTab, route: isTab ? `(tabs)/${screen.route}` : `${screen.route}/index` };

/** Tabs stand as ranked; everything else keeps its place behind the list it belongs to. */
const inTabOrder = (screens: readonly ScreenPlan[], tabs: readonly ScreenPlan[]): readonly ScreenPlan[] => {
  const names = tabs.map(({ name }) => name);
  const place = (screen: ScreenPlan): number => {
    const own = names.indexOf(screen.name);
    const list = names.indexOf(
      screens.find(({ entity, icon }) => entity === screen.entity && icon !== undefined)?.name ?? '',
    );
    return own >= 0 ? own : list >= 0 && screen.icon === undefined ? list + 0.5 : names.length;
  };
  return screens.toSorted((a, b) => place(a) - place(b));
};

export const withUniqueNames = (screens: readonly ScreenPlan[]): readonly ScreenPlan[] =>
  screens.map((screen, index) =>
    screens.findIndex(({ name }) => name === screen.name) === index
      ? screen
      : { ...screen, name: `${screen.name} ${index}` },
  );
