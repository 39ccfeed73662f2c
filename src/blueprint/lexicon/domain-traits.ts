import type { TemplateId } from '../themes.js';
import type { ScreenWord } from './screen-words.js';

/** What a kind of app has without being asked. */
export interface DomainTraits {
  /** Screens besides those of its things. */
  readonly screens: readonly ScreenWord[];
  /** The theme that suits it, where neither a template nor a colour is asked for. */
  readonly template?: TemplateId;
  /** Whether its priced things are there to be bought. */
  readonly sells?: boolean;
}

export const traitsOf = (domainId: string | undefined): DomainTraits => TRAITS[domainId ?? ''] ?? NONE;

const NONE: DomainTraits = { screens: [] };

const TRAITS: Readonly<Record<string, DomainTraits>> = {
  fitness: { screens: ['dashboard'], template: 'modern-blue' },
  habits: { screens: ['dashboard'], template: 'royal_purple' },
  wellbeing: { screens: ['calendar'], template: 'pastel_dream' },
  hydration: { screens: ['dashboard'], template: 'ocean_blue' },
  sleep: { screens: ['dashboard'], template: 'royal_purple' },
  medicine: { screens: ['calendar'], template: 'ocean_blue' },
  recipes: { screens: ['favourites'], template: 'sunset_orange' },
  restaurant: { screens: ['cart'], template: 'sunset_orange', sells: true },
  shop: { screens: ['cart', 'favourites'], template: 'minimal_gray', sells: true },
  booking: { screens: ['calendar'], template: 'pastel_dream' },
  property: { screens: ['map', 'favourites'], template: 'ocean_blue' },
  travel: { screens: ['map', 'calendar'], template: 'ocean_blue' },
  events: { screens: ['calendar'], template: 'royal_purple' },
  weather: { screens: ['map'], template: 'ocean_blue' },
  plants: { screens: ['calendar'], template: 'forest_green' },
  pets: { screens: ['calendar'], template: 'sunset_orange' },
  expenses: { screens: ['dashboard'], template: 'forest_green' },
  investing: { screens: ['dashboard'], template: 'forest_green' },
  social: { screens: ['favourites'], template: 'royal_purple' },
  chat: { screens: [], template: 'modern-blue' },
  team: { screens: ['calendar'], template: 'forest_green' },
  tasks: { screens: ['calendar'], template: 'modern-blue' },
  books: { screens: ['dashboard'], template: 'sunset_orange' },
  music: { screens: ['favourites'], template: 'royal_purple' },
  films: { screens: ['favourites'], template: 'modern_dark' },
  learning: { screens: ['dashboard'], template: 'ocean_blue' },
  photos: { screens: ['favourites'], template: 'pastel_dream' },
  vehicles: { screens: ['dashboard'], template: 'modern-blue' },
  time: { screens: ['dashboard'], template: 'modern-blue' },
};
