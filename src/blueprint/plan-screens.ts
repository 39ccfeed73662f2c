import type { EntityPlan, ScreenPlan } from '../generation/plan.js';
import { wordsOf } from './prompt-text.js';

/** The app's screens in the order they are built: home, then list, detail and form of each entity, profile, settings. */
export const planScreens = (entities: readonly EntityPlan[]): readonly ScreenPlan[] => {
  const slugs = new Set<string>();
  return [
    { name: 'Home', archetype: 'home', route: '(tabs)/index', icon: 'home-outline', isTab: true },
    ...entities.flatMap((entity) => entityScreens(entity, uniqueSlug(entity, slugs))),
    { name: 'Profile', archetype: 'profile', route: '(tabs)/profile', icon: 'person-circle-outline', isTab: true },
    { name: 'Settings', archetype: 'settings', route: 'settings', icon: 'settings-outline', isTab: false },
  ];
};

const entityScreens = (entity: EntityPlan, slug: string): readonly ScreenPlan[] => {
  const label = entity.label ?? entity.name;
  return [
    {
      name: entity.plural,
      archetype: 'list',
      route: `(tabs)/${slug}`,
      entity: entity.name,
      icon: entity.icon,
      isTab: true,
    },
    { name: `${label} details`, archetype: 'detail', route: `${slug}/[id]`, entity: entity.name, isTab: false },
    { name: `${label} form`, archetype: 'form', route: `${slug}/edit`, entity: entity.name, isTab: false },
  ];
};

const uniqueSlug = (entity: EntityPlan, taken: Set<string>): string => {
  const ascii = entity.plural.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  const word =
    wordsOf(ascii)
      .join('-')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'entries';
  const free = RESERVED_SLUGS.has(word) ? `my-${word}` : word;
  const slug = taken.has(free) ? `${free}-${taken.size + 1}` : free;
  taken.add(slug);
  return slug;
};

/** Paths of the app itself, and paths that Metro, Expo or the preview's proxy answer. */
const RESERVED_SLUGS = new Set(
  'index,home,profile,settings,edit,tabs,app,assets,projects,node-modules,logs,message,hot,status,symbolicate,inspector,json,debugger-ui,reload,favicon,expo,sitemap'.split(
    ',',
  ),
);
