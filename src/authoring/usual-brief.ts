import type { AppPlan, Archetype, ScreenPlan } from '../generation/plan.js';

/** The kinds of screens that every app has, as the plan prompt says. */
export const USUAL_SCREENS: ReadonlySet<Archetype> = new Set([
  'home', 'list', 'catalog', 'feed', 'detail', 'chat', 'form', 'profile', 'settings',
]); // prettier-ignore

/** The default brief for a screen of its kind, used if nobody gave one. */
export function usualBrief({ entities, tagline }: AppPlan, { name, archetype, entity: about }: ScreenPlan): string {
  const entity = entities.find((each) => each.name === about);
  const label = entity?.label ?? entity?.name ?? name;
  const plural = entity?.plural ?? name;
  const briefs: Partial<Record<Archetype, string>> = {
    home: `What matters now, at a glance, and the ways to everything else. ${tagline}`,
    list: `All ${plural}: to look through, to search, to open one and to add another.`,
    catalog: `All ${plural} by their looks: to look through, to search and to open one.`,
    feed: `The newest ${plural} first, to read and to open.`,
    detail: `One ${label} with all that is kept of it; it can be edited, and deleted after a question.`,
    chat: `One ${label}: what was said, and a line to answer.`,
    form: `Adds a ${label} or edits one; what is wrong stands beside its field.`,
    dashboard: 'What the records come to, in figures and simple drawings.',
    calendar: `The ${plural} by day: a month to choose from, and what is on the day chosen.`,
    map: `The ${plural} by place.`,
    cart: 'What was chosen to buy, how many of each, and the sum.',
    checkout: 'Address and way of paying (nothing is really paid), then the order.',
    favourites: `The ${plural} that were marked as favourites.`,
    profile: 'The person who uses the app: a name that can be changed, and figures of what they have kept.',
    settings: 'How the app looks and behaves, and a way to begin anew after a question.',
  };
  return briefs[archetype] ?? `${name}, as the request describes it.`;
}
