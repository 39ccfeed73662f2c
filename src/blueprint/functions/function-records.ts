import type { ScreenPlan } from '../../generation/plan.js';

/** The names of the entities that a screen of a function or a timer works with. */
export const recordsOfScreen = ({ function: does, entity }: ScreenPlan): readonly string[] => [
  ...Object.entries(does ?? {}).flatMap(([key, value]: [string, unknown]) =>
    RECORD_KEYS.has(key) && typeof value === 'string' ? [value] : [],
  ),
  ...(entity === undefined ? [] : [entity]),
];

const RECORD_KEYS: ReadonlySet<string> = new Set(
  'people expenses polls questions scores cards things options habits tracks tasks bookings items requests events lots bids documents records messages words files'.split(
    ' ',
  ),
);
