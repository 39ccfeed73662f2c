import type { EntityPlan, ScreenPlan } from '../generation/plan.js';
import type { AskedFunctions } from './functions/find-functions.js';
import { FEATURES, type Feature } from './lexicon/features.js';
import type { Domain } from './lexicon/domain.js';
import { singularOf } from './nouns.js';
import { readPrompt, type PromptText } from './prompt-text.js';
import type { Wishes } from './screen-wishes.js';

/** What the prompt asks for besides its records (`dark-mode`, `payments` …). */
export const findFeatures = (prompt: PromptText): readonly Feature[] =>
  FEATURES.filter(({ words }) => words.some((word) => prompt.find(word) >= 0));

/** What a plan came from, and what came of it. */
export interface Understanding {
  readonly prompt: PromptText;
  readonly domain: Domain | undefined;
  readonly entities: readonly EntityPlan[];
  readonly features: readonly Feature[];
  readonly screens: readonly ScreenPlan[];
  readonly wishes: Wishes;
  readonly functions: AskedFunctions;
}

/** What was not understood, or is only mocked: plain sentences for the person who asked. */
export const notesOf = (plan: Understanding): readonly string[] => {
  const { prompt, domain, entities, features, functions } = plan;
  const missing = missingScreens(plan);
  const isTimer = plan.screens.some(({ archetype }) => archetype === 'timer');
  return [
    ...(domain || isTimer || functions.kind !== undefined
      ? []
      : [
          `No known kind of app was recognised, so this one keeps ${entities.map(({ plural }) => plural).join(', ')} with general fields.`,
        ]),
    ...(missing.length > 0 ? [`Not understood as a screen, and left out: ${missing.join(', ')}.`] : []),
    ...(prompt.language === 'English'
      ? []
      : [`The prompt is in ${prompt.language}: its words are used, the app’s own labels are in English.`]),
    ...(prompt.clean.length > LONG_PROMPT
      ? ['The prompt is long: its main subject and lists were used, finer details were not.']
      : []),
    ...features.flatMap(({ note }) => (note === undefined ? [] : [note])),
  ];
};

/** Screens named in the prompt that neither an archetype nor a thing of the app stands for. */
const missingScreens = ({ wishes, entities, screens, features, functions }: Understanding): readonly string[] =>
  wishes.named
    .filter(({ name, archetype }) => {
      if (archetype !== undefined)
        return !MET_ELSEWHERE.has(archetype) && !screens.some((one) => one.archetype === archetype);
      if (functions.isSpokenFor(name)) return false;
      const single = singularOf(name);
      const text = readPrompt(name);
      return !(
        entities.some(({ label = '', plural }) =>
          [label, plural].some(
            (own) => singularOf(own.toLowerCase()).includes(single) || single.includes(singularOf(own.toLowerCase())),
          ),
        ) || features.some(({ words }) => words.some((word) => text.find(word) >= 0))
      );
    })
    .map(({ name }) => name)
    .slice(0, 5);

/** What these words ask for may be there under the name of a thing, or as the app's first screen. */
const MET_ELSEWHERE: ReadonlySet<string> = new Set(['home', 'overview', 'chat', 'feed', 'profile', 'settings']);

/** Characters beyond which rules cannot honour every sentence. */
const LONG_PROMPT = 600;
