import type { Archetype, EntityPlan, ScreenPlan } from '../generation/plan.js';
import looks from './lexicon/looks.json' with { type: 'json' };
import reserved from './lexicon/reserved.json' with { type: 'json' };
import { capitalised } from './nouns.js';
import type { Wishes } from './screen-wishes.js';
import { wordsOf } from './prompt-text.js';

/** For each thing: all of them, one of them, and the form that adds and edits. */
export const entityScreens = (entities: readonly EntityPlan[], wishes: Wishes): readonly ScreenPlan[] => {
  const slugs = new Set<string>(wishes.functions.map(({ route }) => route));
  return entities.flatMap((entity, index) => screensOf(entity, uniqueSlug(entity, slugs), wishes, index === 0));
};

const screensOf = (entity: EntityPlan, slug: string, wishes: Wishes, isMain: boolean): readonly ScreenPlan[] => {
  const label = entity.label ?? entity.name;
  const about = { entity: entity.name };
  const isChat = CHATS.has(entity.name);
  return [
    {
      name: listName(entity, wishes, isMain),
      archetype: lookOf(entity, wishes),
      route: slug,
      icon: entity.icon,
      isTab: true,
      ...about,
    },
    {
      name: isChat ? chatName(label) : `${label} details`,
      archetype: isChat ? 'chat' : 'detail',
      route: `${slug}/[id]`,
      isTab: false,
      ...about,
    },
    { name: `${label} form`, archetype: 'form', route: `${slug}/edit`, isTab: false, ...about },
  ];
};

const chatName = (label: string): string => (/chat$/i.test(label) ? label : `${label} chat`);

/** A list is called as the prompt calls its screen (`explore`, `history`), the posts of a feed `Feed`. */
const listName = (entity: EntityPlan, { named }: Wishes, isMain: boolean): string => {
  const overview = named.find(({ archetype }) => archetype === 'overview');
  if (overview && isMain) return capitalised(overview.name);
  return entity.name === 'Post' && entity.plural === 'Posts' ? 'Feed' : entity.plural;
};

/** Things one chooses by their looks stand as pictures, posts as a feed, everything else in rows. */
const lookOf = (entity: EntityPlan, { sells }: Wishes): Archetype => {
  if (FEEDS.has(entity.name)) return 'feed';
  if (PICTURES.has(entity.name)) return 'catalog';
  const isWare = sells && entity.fields.some(({ type }) => type === 'money') && !entity.name.endsWith('Order');
  return isWare ? 'catalog' : 'list';
};

const CHATS: ReadonlySet<string> = new Set(looks.chats.split(' '));
const FEEDS: ReadonlySet<string> = new Set(looks.feeds.split(' '));
const PICTURES: ReadonlySet<string> = new Set(looks.pictures.split(' '));

const uniqueSlug = (entity: EntityPlan, taken: Set<string>): string => {
  const ascii = entity.plural.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  const word =
    wordsOf(ascii)
      .join('-')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'entries';
  const free = RESERVED_SLUGS.has(word) ? `my-${word}` : word;
  const slug = taken.has(free) ? `${free}-${taken.size + 1}` : free;
  taken.add(slug);
  return slug;
};

/** Paths of the app's other screens, and paths that Metro, Expo or the preview's proxy answer. */
const RESERVED_SLUGS: ReadonlySet<string> = new Set(reserved.slugs.split(' '));
