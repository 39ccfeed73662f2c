import type { EntityPlan, ScreenPlan } from '../generation/plan.js';
import type { AskedFunctions } from './functions/find-functions.js';
import type { Domain } from './lexicon/domain.js';
import type { Feature } from './lexicon/features.js';
import { readPrompt } from './prompt-text.js';
import type { Subject } from './subject.js';

/** How sure the rules may be: most where the subject itself names a function or a known kind of app, least where not even a noun was found. */
export const confidenceOf = (
  subject: Subject,
  domain: Domain | undefined,
  functions: AskedFunctions,
  entities: readonly EntityPlan[],
): number => {
  if (functions.isMain) return 0.9;
  if (domain) {
    const head = readPrompt(subject.phrase);
    return domain.words.some((word) => head.find(word) >= 0) ? 0.9 : 0.7;
  }
  return entities.some(({ name }) => name !== 'Entry') ? 0.5 : 0.2;
};

/** What the app can do: the archetypes it has, and the abilities asked for that are really there. */
export const capabilitiesOf = (screens: readonly ScreenPlan[], features: readonly Feature[]): readonly string[] => [
  ...new Set([
    ...screens.map(({ archetype }) => archetype),
    ...features.filter(({ note }) => note === undefined).map(({ id }) => id),
  ]),
];
