import type { AppPlan } from '../generation/plan.js';
import { appNameOf, taglineOf } from './app-name.js';
import { chooseTheme } from './choose-theme.js';
import { findDomain } from './find-domain.js';
import { findEntities } from './find-entities.js';
import { findFunctions } from './functions/find-functions.js';
import { DOMAINS } from './lexicon/domains.js';
import { findFeatures, notesOf } from './plan-notes.js';
import { withoutColours } from './named-colours.js';
import { inLanguage } from './in-language.js';
import { labelIn } from './languages/labels.js';
import { linkedEntities } from './linked-entities.js';
import { withListedFields } from './listed-fields.js';
import { planScreens } from './plan-screens.js';
import { capabilitiesOf, confidenceOf } from './plan-confidence.js';
import { appLanguageOf, readPrompt } from './prompt-text.js';
import { screenWishes } from './screen-wishes.js';
import { hashOf, seededRandom } from './seeded-random.js';
import { subjectOf } from './subject.js';

/** What a plan is made from. */
export interface PlanRequest {
  /** Any text in any language. */
  readonly prompt: string;
  /** One of `TEMPLATE_IDS`, spelt with `-` or `_`; absent: the colours the prompt names, else the default. */
  readonly templateId?: string;
  /** The same prompt and seed give identical plans; absent: taken from the prompt. */
  readonly seed?: number;
}

/** Plans an app from a prompt by rules alone, in milliseconds. @throws UnknownTemplate */
export const planApp = (request: PlanRequest): AppPlan => {
  const whole = readPrompt(request.prompt);
  const prompt = readPrompt(withoutColours(whole.clean));
  const seed = request.seed ?? hashOf(whole.clean);
  const subject = subjectOf(prompt);
  const functions = findFunctions(prompt, subject);
  const domain = functions.isMain ? undefined : findDomain(prompt, subject);
  const looksLike = domain ?? DOMAINS.find(({ id }) => id === functions.like);
  const language = appLanguageOf(prompt);
  const random = seededRandom(seed);
  const found = findEntities(prompt, subject, domain, functions, random);
  const entities = linkedEntities(withListedFields(found, prompt, random));
  const ofKind =
    language === 'en'
      ? (domain?.appName ?? functions.name)
      : labelIn(entities[0]?.plural ?? functions.screens[0]?.name ?? 'App', language);
  const name = appNameOf(prompt, subject, ofKind, entities.find(({ label }) => label !== 'Entry')?.plural);
  const features = findFeatures(prompt);
  const wishes = screenWishes(prompt, subject, domain, features, functions);
  const screens = planScreens(entities, wishes);
  const {
    theme,
    appearance,
    palette,
    notes = [],
  } = chooseTheme(whole, findFeatures(whole), looksLike, request.templateId);
  const plan: AppPlan = {
    name,
    tagline: taglineOf(subject, name),
    domain: looksLike?.id ?? functions.kind ?? 'general',
    entities,
    screens,
    theme,
    notes: [...notesOf({ prompt, domain, entities, features, screens, wishes, functions, subject }), ...notes],
    seed,
    ...(appearance && { appearance }),
    ...(palette && { palette }),
    confidence: confidenceOf(subject, domain, functions, entities),
    capabilities: capabilitiesOf(screens, features),
  };
  return inLanguage(plan, language);
};
