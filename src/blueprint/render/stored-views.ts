import type { AppPlan, Archetype, EntityPlan, FieldPlan } from '../../generation/plan.js';
import { entityViews, viewOf, type EntityView } from './entity-view.js';

/** Everything the store keeps: the plan's things, then what its screens need to remember of their own. */
export const storedViews = (plan: AppPlan): readonly EntityView[] => [
  ...entityViews(plan),
  ...(has(plan, 'function', 'timer') || plan.entities.length === 0 ? [viewOf(MARK)] : []),
  ...(has(plan, 'cart') ? [viewOf(CART_LINE)] : []),
  ...plan.screens
    .filter(({ archetype }) => archetype === 'chat')
    .slice(0, 1)
    .map(({ entity }) => viewOf(chatLine(plan.entities.find(({ name }) => name === entity)))),
];

const has = ({ screens }: AppPlan, ...archetypes: readonly Archetype[]): boolean =>
  screens.some(({ archetype }) => archetypes.includes(archetype));

const field = (name: string, type: FieldPlan['type']): FieldPlan => ({ name, label: name, type, isRequired: true });

/** What a screen remembers of its own: a vote, a day ticked off, when a card is asked again. */
const MARK: EntityPlan = {
  name: 'Mark',
  plural: 'Marks',
  icon: 'bookmark-outline',
  fields: [field('topic', 'text'), field('of', 'text'), field('text', 'text'), field('value', 'number')],
  samples: [],
};

/** One thing in the cart, by its id. */
const CART_LINE: EntityPlan = {
  name: 'CartLine',
  plural: 'Cart',
  icon: 'cart-outline',
  fields: [field('itemId', 'text'), field('quantity', 'number')],
  samples: [],
};

/** One message of a conversation. */
const chatLine = (conversation: EntityPlan | undefined): EntityPlan => ({
  name: 'ChatLine',
  plural: 'Messages',
  icon: 'mail-outline',
  fields: [
    field('conversationId', 'text'),
    field('text', 'longtext'),
    field('isMine', 'boolean'),
    field('time', 'text'),
  ],
  samples: (conversation?.samples ?? []).flatMap((sample, index) => {
    const last = conversation?.fields.find(({ type }) => type === 'longtext');
    const said = last ? String(sample[last.name] ?? '') : '';
    const [opening, answer] = OPENINGS[index % OPENINGS.length] ?? OPENINGS[0];
    const conversationId = `sample-${index + 1}`;
    // The store keeps the newest first.
    return [
      { conversationId, text: said === '' ? 'Talk soon!' : said, isMine: false, time: `09:2${index}` },
      { conversationId, text: answer, isMine: true, time: `09:1${index}` },
      { conversationId, text: opening, isMine: false, time: `09:0${index}` },
    ];
  }),
});

const OPENINGS = [
  ['Hey, how are things?', 'All good! Still on for later?'],
  ['Did you see the plan?', 'Yes, looks great to me.'],
  ['Quick question for you.', 'Sure, go ahead.'],
  ['The first part is done.', 'Nice work! I’ll take a look.'],
  ['Thanks for your help yesterday.', 'Any time!'],
] as const;
