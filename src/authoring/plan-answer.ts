import { z } from 'zod';

/** Ionicons that a planned thing may have: every one exists in the kit's version. */
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
});

const entity = z.object({
  label: z.string().describe('Singular: "Recipe".'),
  plural: z.string().describe('"Recipes".'),
  icon: z.enum(ICONS),
  fields: z.array(field).describe('Three to eight; the first one is the text by which people know the thing.'),
  samples: z
    .array(z.array(z.string()))
    .describe(
      'Five to ten realistic records, one text a field in the fields’ order; a date as days from today ("-3").',
    ),
});

/** The answer that the plan prompt asks for. Strict servers want every property in every object. */
export const planAnswer = z.object({
  name: z.string().describe('The app’s name, at most 30 characters.'),
  tagline: z.string().describe('One sentence for the home screen.'),
  entities: z.array(entity).describe('One to three kinds of thing the app keeps.'),
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

/** The same as a JSON schema, for servers that hold their answers to one. */
export const PLAN_SCHEMA = { name: 'app_plan', schema: z.toJSONSchema(planAnswer) };

/** The answer is no plan; the message says what is wrong with it. */
export class PlanRefused extends Error {
  readonly code = 'plan_refused';
}

/** Reads an answer, whatever a model has put around its JSON. @throws PlanRefused */
export function readPlanAnswer(text: string): PlanAnswer {
  const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new PlanRefused('The answer is no JSON.', { cause: error });
  }
  const parsed = planAnswer.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new PlanRefused(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is wrong'}`);
}
