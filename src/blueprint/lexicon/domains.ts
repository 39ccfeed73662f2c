import { CARE } from './care.js';
import { COMMERCE } from './commerce.js';
import { COMMUNITY } from './community.js';
import { CULTURE } from './culture.js';
import { DESK } from './desk.js';
import type { Domain } from './domain.js';
import { FOOD } from './food.js';
import { HEALTH } from './health.js';
import { LIVING } from './living.js';
import { MEDIA } from './media.js';
import { MONEY } from './money.js';
import { moreWordsOf } from './more-words.js';
import { MOVING } from './moving.js';
import { OUTDOORS } from './outdoors.js';
import { PASTIMES } from './pastimes.js';
import { PEOPLE } from './people.js';
import { PLACES } from './places.js';
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
  ...COMMUNITY,
  ...CARE,
  ...DESK,
  ...PLACES,
  ...MEDIA,
  ...MOVING,
  ...PASTIMES,
].map((domain) => ({ ...domain, words: [...domain.words, ...moreWordsOf(domain.id)] }));
