import type { EntityPlan } from '../generation/plan.js';
import { FEATURES, type Feature } from './lexicon/features.js';
import type { Domain } from './lexicon/domain.js';
import type { PromptText } from './prompt-text.js';

/** What the prompt asks for besides its records (`dark-mode`, `payments` …). */
export const findFeatures = (prompt: PromptText): readonly Feature[] =>
  FEATURES.filter(({ words }) => words.some((word) => prompt.find(word) >= 0));

/** What was not understood, or is only mocked: plain sentences for the person who asked. */
export const notesOf = (
  prompt: PromptText,
  domain: Domain | undefined,
  entities: readonly EntityPlan[],
  features: readonly Feature[],
): readonly string[] => [
  ...(domain
    ? []
    : [
        `No known kind of app was recognised, so this one keeps ${entities.map(({ plural }) => plural).join(', ')} with general fields.`,
      ]),
  ...(prompt.language === 'English'
    ? []
    : [`The prompt is in ${prompt.language}: its words are used, the app’s own labels are in English.`]),
  ...(prompt.clean.length > LONG_PROMPT
    ? ['The prompt is long: its main subject and lists were used, finer details were not.']
    : []),
  ...features.flatMap(({ note }) => (note === undefined ? [] : [note])),
];

/** Characters beyond which rules cannot honour every sentence. */
const LONG_PROMPT = 600;
