import { z } from 'zod';
import { jsonObjects } from './answer/json-objects.js';
import { jsonValue } from './answer/json-value.js';
import { nearestIcon } from './nearest-icon.js';
import { isLikePlan, planShaped } from './plan-shape.js';

/** The Ionicons that a planned entity may have. All of them exist in the kit's version. */
export const ICONS = [
  'barbell-outline', 'bed-outline', 'bicycle-outline', 'book-outline', 'briefcase-outline', 'bulb-outline', 'calendar-outline',
  'camera-outline', 'car-outline', 'cart-outline', 'cash-outline', 'chatbubble-outline', 'checkmark-circle-outline', 'cube-outline',
  'film-outline', 'fitness-outline', 'flag-outline', 'flower-outline', 'game-controller-outline', 'gift-outline', 'heart-outline',
  'leaf-outline', 'list-outline', 'location-outline', 'medkit-outline', 'musical-notes-outline', 'nutrition-outline', 'paw-outline',
  'people-outline', 'pizza-outline', 'pricetag-outline', 'receipt-outline', 'restaurant-outline', 'ribbon-outline', 'rocket-outline',
  'school-outline', 'sparkles-outline', 'star-outline', 'time-outline', 'trophy-outline', 'walk-outline', 'wallet-outline',
  'water-outline',
] as const; // prettier-ignore

const field = z.object({
  label: z.string().describe('As people read it: "Cooking time".'),
  type: z.enum(['text', 'longtext', 'number', 'money', 'date', 'choice', 'boolean']),
  choices: z.array(z.string()).describe('Two to six for a choice, else empty.'),
  unit: z.string().describe('What a number counts (min, km), else empty.'),
  isRequired: z.boolean(),
  summary: z
    .enum(['none', 'sum', 'average'])
    .describe('How a number reads over many records, where that says something (a sum of kilometres); else "none".'),
});

const entity = z.object({
  label: z.string().describe('Singular: "Recipe".'),
  plural: z.string().describe('"Recipes".'),
  icon: z.enum(ICONS),
  fields: z.array(field).describe('Three to eight; the first one is the text by which people know the thing.'),
  samples: z
    .array(z.array(z.string()))
    .describe(
      'What the app begins with, one text a field in the fields’ order; a date as days from today ("-3"). Five to ten realistic records, or none where what people make in the app fills it (scores of a game, takes of a recorder).',
    ),
});

const setting = z.object({
  label: z.string().describe('As people read it: "Unit", "Difficulty", "Beat on screen".'),
  type: z.enum(['text', 'number', 'choice', 'boolean', 'list']).describe('A list is several short texts.'),
  choices: z.array(z.string()).describe('Two to six for a choice, else empty.'),
  unit: z.string().describe('What a number counts, else empty.'),
  initial: z
    .string()
    .describe('What it is at first: a choice, a number, "true" or "false"; a list’s texts one a line.'),
  isOffered: z.boolean().describe('True: a person chooses it in Settings. False: a screen keeps it (an unsaved beat).'),
});

/** The answer that the plan prompt asks for. Every property is required, because strict servers demand that. */
export const planAnswer = z.object({
  name: z.string().describe('The app’s name, at most 30 characters.'),
  tagline: z.string().describe('One sentence for the home screen.'),
  palette: z
    .object({
      primary: z.string().describe('A name ("burgundy") or "#7d1f3c".'),
      background: z.string().describe('A name ("cream") or "#f3eadb".'),
    })
    .describe('The colours that the request asks for; empty texts where it asks for none.'),
  entities: z.array(entity).describe('One to three kinds of thing the app keeps.'),
  settings: z
    .array(setting)
    .describe('What the app keeps besides records: its own settings, and what a screen must remember. Often none.'),
  screens: z
    .array(
      z.object({
        screen: z
          .string()
          .describe('"Home", "Profile", "Settings", or "<plural> list", "<label> details", "<label> form".'),
        brief: z.string().describe('Two or three sentences: what a person sees and does there.'),
      }),
    )
    .describe('A brief for each screen.'),
});

export type PlanAnswer = z.infer<typeof planAnswer>;

/** The same shape as a JSON schema, for servers that constrain their answers to a schema. */
export const PLAN_SCHEMA = { name: 'app_plan', schema: z.toJSONSchema(planAnswer) };

/** The answer is not a usable plan; the message says why. */
export class PlanRefused extends Error {
  readonly code = 'plan_refused';
}

/**
 * Parses a plan from an answer, whatever text surrounds its JSON. Of several plans, the last valid one outside reasoning is used.
 * @throws PlanRefused
 */
export function readPlanAnswer(text: string): PlanAnswer {
  const values = jsonObjects(text).map(jsonValue);
  const plans = values.filter(isLikePlan);
  const read = (plans.length > 0 ? plans : values.filter((value) => value !== undefined))
    .slice(-MAX_PLANS)
    .map((value) => planAnswer.safeParse(withKnownIcons(planShaped(value))));
  const whole = read.findLast(({ success }) => success);
  if (whole?.success) return whole.data;
  const issue = read.at(-1)?.error?.issues[0];
  if (!issue) throw new PlanRefused('The answer is no JSON.');
  throw new PlanRefused(`${issue.path.join('.')}: ${issue.message}`);
}

/** More drafts than any answer should contain. */
const MAX_PLANS = 10;

function withKnownIcons(plan: unknown): unknown {
  if (typeof plan !== 'object' || plan === null || !('entities' in plan) || !Array.isArray(plan.entities)) return plan;
  const entities = plan.entities.map((entity: unknown) => {
    if (typeof entity !== 'object' || entity === null || !('icon' in entity)) return entity;
    const named = 'label' in entity && entity.icon === '' ? entity.label : entity.icon;
    return { ...entity, icon: nearestIcon(String(named), ICONS) };
  });
  return { ...plan, entities };
}
