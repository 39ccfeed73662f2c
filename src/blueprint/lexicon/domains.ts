import { COMMERCE } from './commerce.js';
import { CULTURE } from './culture.js';
import type { Domain } from './domain.js';
import { FOOD } from './food.js';
import { HEALTH } from './health.js';
import { LIVING } from './living.js';
import { MONEY } from './money.js';
import { OUTDOORS } from './outdoors.js';
import { PEOPLE } from './people.js';
import { WORK } from './work.js';

/** Everything the blueprint knows, the likelier kinds of app first: an equal score goes to the earlier one. */
export const DOMAINS: readonly Domain[] = [
  ...WORK,
  ...HEALTH,
  ...FOOD,
  ...MONEY,
  ...COMMERCE,
  ...LIVING,
  ...OUTDOORS,
  ...CULTURE,
  ...PEOPLE,
];
