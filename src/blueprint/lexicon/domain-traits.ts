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
  assistant: { screens: ['favourites'], template: 'royal_purple' },
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
  news: { screens: ['favourites'], template: 'minimal_gray' },
  podcasts: { screens: ['favourites'], template: 'royal_purple' },
  roleplay: { screens: [], template: 'royal_purple' },
  museum: { screens: ['favourites'], template: 'minimal_gray' },
  club: { screens: ['calendar'], template: 'ocean_blue' },
  choir: { screens: ['calendar'], template: 'royal_purple' },
  volunteers: { screens: ['calendar'], template: 'forest_green' },
  dating: { screens: ['favourites'], template: 'sunset_orange' },
  faith: { screens: ['favourites'], template: 'pastel_dream' },
  staff: { screens: ['calendar'], template: 'modern-blue' },
  rides: { screens: ['map', 'calendar'], template: 'ocean_blue' },
  parking: { screens: ['map', 'favourites'], template: 'modern-blue' },
  deliveries: { screens: ['map'], template: 'sunset_orange' },
  dispatch: { screens: ['map', 'dashboard'], template: 'modern-blue' },
  'smart-home': { screens: ['dashboard'], template: 'modern_dark' },
  services: { screens: ['calendar', 'map'], template: 'forest_green' },
  nature: { screens: ['map', 'favourites'], template: 'forest_green' },
  fishing: { screens: ['map', 'dashboard'], template: 'ocean_blue' },
  wine: { screens: ['dashboard'], template: 'sunset_orange' },
  tasting: { screens: ['favourites', 'dashboard'], template: 'sunset_orange' },
  records: { screens: ['favourites', 'dashboard'], template: 'minimal_gray' },
  collecting: { screens: ['favourites'], template: 'royal_purple' },
  tickets: { screens: ['calendar', 'favourites'], template: 'royal_purple' },
  cycle: { screens: ['calendar'], template: 'pastel_dream' },
  baby: { screens: ['dashboard'], template: 'pastel_dream' },
  dreams: { screens: ['calendar'], template: 'royal_purple' },
  gratitude: { screens: ['calendar', 'favourites'], template: 'pastel_dream' },
  clinic: { screens: ['calendar'], template: 'ocean_blue' },
  timetable: { screens: ['calendar'], template: 'modern-blue' },
  invoices: { screens: ['dashboard'], template: 'modern-blue' },
  debts: { screens: ['dashboard'], template: 'forest_green' },
  crypto: { screens: ['dashboard', 'favourites'], template: 'modern_dark' },
  'job-board': { screens: ['favourites'], template: 'modern-blue' },
  hotel: { screens: ['calendar', 'favourites'], template: 'sunset_orange' },
  adoption: { screens: ['favourites'], template: 'sunset_orange' },
  gym: { screens: ['calendar', 'favourites'], template: 'modern-blue' },
  bees: { screens: ['calendar'], template: 'sunset_orange' },
};
