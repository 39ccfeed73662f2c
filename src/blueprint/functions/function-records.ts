import type { FunctionPlan } from '../../generation/function-plan.js';

/** The names of the entities that a function works with. */
export const recordsOfFunction = (does: FunctionPlan): readonly string[] =>
  Object.entries(does).flatMap(([key, value]) => (RECORD_KEYS.has(key) && typeof value === 'string' ? [value] : []));

const RECORD_KEYS: ReadonlySet<string> = new Set(
  'people expenses polls questions scores cards things options habits tracks tasks bookings items requests events lots bids documents records messages words files'.split(
    ' ',
  ),
);
