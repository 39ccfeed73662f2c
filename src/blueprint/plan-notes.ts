import type { EntityPlan, ScreenPlan } from '../generation/plan.js';
import { askedFor, inBrief } from './asked-abilities.js';
import type { AskedFunctions } from './functions/find-functions.js';
import { replacedBy } from './functions/thing-data.js';
import { goodsOf } from './goods.js';
import { labelIn } from './languages/labels.js';
import { ASKED } from './lexicon/asked-words.js';
import { EXTRA_FIELDS } from './lexicon/extra-fields.js';
import { FEATURES, type Feature } from './lexicon/features.js';
import type { Domain } from './lexicon/domain.js';
import { DOMAINS } from './lexicon/domains.js';
import screenDoings from './lexicon/screen-doings.json' with { type: 'json' };
import { isListedDetail } from './listed-fields.js';
import { abilitiesWithout, doingOf, unknownWords, withoutRepeats, type WordsOfApp } from './missing-abilities.js';
import { appLanguageOf, isLong, type PromptText } from './prompt-text.js';
import { isAmong, isTool } from './request-nouns.js';
import type { Wishes } from './screen-wishes.js';
import { clausesOf, type Subject } from './subject.js';
import { trimmedEnd } from './trimmed.js';

/** What the prompt asks for besides its records (`dark-mode`, `payments` …). */
export const findFeatures = (prompt: PromptText): readonly Feature[] =>
  FEATURES.filter(({ words, said, unless }) => {
    const isSaid = (word: string): boolean => prompt.find(word) >= 0;
    return (words.some(isSaid) || said?.test(prompt.clean)) && !unless.some(isSaid);
  });

/** What a plan came from, and what came of it. */
export interface Understanding {
  readonly prompt: PromptText;
  readonly domain: Domain | undefined;
  readonly entities: readonly EntityPlan[];
  readonly features: readonly Feature[];
  readonly screens: readonly ScreenPlan[];
  readonly wishes: Wishes;
  readonly functions: AskedFunctions;
  readonly subject: Subject;
}

/** What was understood, what was not, and what is only mocked: plain sentences for the person who asked. */
export const notesOf = (plan: Understanding): readonly string[] => {
  const { prompt, domain, entities, functions } = plan;
  const isGeneral = !domain && functions.kind === undefined;
  const spoken = (name: string): string => labelIn(name, appLanguageOf(prompt));
  const things = entities.map(({ plural }) => spoken(plural)).join(', ');
  const isNothingFound = isGeneral && entities.every(({ label }) => label === 'Entry');
  const words = wordsOfApp(plan);
  const main = functions.isMain ? plan.subject.phrase.toLowerCase() : '';
  const asked = abilitiesWithout(askedFor(prompt, namedOf(plan)), words).filter(
    // A kitchen converter is a converter.
    (part) => !(isTool(part.split(' ').at(-1) ?? '') && main.startsWith(part.toLowerCase())),
  );
  const head = isLong(prompt) || isListedDetail(plan.subject.phrase, prompt) ? '' : headOf(plan.subject);
  const isHeadMissing =
    isNothingFound ||
    (prompt.language === 'English' &&
      ((isGeneral && isToolAlone(plan.subject)) || (functions.screens.length === 0 && isDeedWithout(head, words))));
  const notThere = withoutRepeats([...(isHeadMissing && head !== '' ? [head] : []), ...asked]).slice(0, MOST_NAMED);
  const does = plan.screens.filter(({ archetype }) => /^(?:function|timer)$/.test(archetype));
  return [
    ...(isGeneral && entities.every(({ label, fields }) => label === 'Entry' || fields.length < 3)
      ? [`${UNKNOWN_KIND} so this one keeps ${things} with general fields only.`]
      : []),
    ...(isNothingFound
      ? []
      : [`${UNDERSTOOD} ${[...does.map(({ name }) => spoken(name)), things].filter(Boolean).join(', ')}.`]),
    ...(notThere.length > 0 ? [`${NOT_THERE} ${notThere.join('; ')}. A model would try to write that.`] : []),
    ...languageNotes(plan, [...words.things, ...words.texts]),
    ...FEATURES.filter((feature) => isNoted(feature, plan)).map((feature) => withWords(feature, prompt)),
    ON_THIS_DEVICE,
  ];
};

/** What a short request asks for first, as it was said. */
const headOf = ({ request, phrase }: Subject): string =>
  phrase === ''
    ? ''
    : inBrief(
        (
          trimmedEnd(request, '.!?')
            .split(CLAUSES)
            .find((clause) => clause.includes(' ')) ?? request
        ).replace(ASKED['of an app'], ''),
      );

/** `control my lights`: keeping lights does not do it. */
const isDeedWithout = (head: string, words: WordsOfApp): boolean =>
  doingOf(head) !== '' && !/^(?:\w+ ){1,2}app\b/i.test(head) && abilitiesWithout([head], words).length > 0;

/** `digitized U.S. newspapers` is one clause. */
const CLAUSES = /(?<!\b\p{Lu})[.!?;]\s|,\s/u;

/** A reader or a browser does something; what the app keeps of it is not that. */
const isToolAlone = ({ phrase }: Subject): boolean => {
  const last = phrase.split(' ').at(-1)?.toLowerCase() ?? '';
  return isAmong('tools', last) || isTool(last);
};

const languageNotes = ({ prompt, subject, domain }: Understanding, texts: readonly string[]): readonly string[] => {
  if (prompt.language === 'English') return [];
  const language = appLanguageOf(prompt);
  const isSpoken = language !== 'en';
  const unknown = unknownWords(clausesOf(subject.request), [
    ...texts,
    ...texts.map((text) => labelIn(text, language)),
    ...(domain?.words ?? []),
  ]);
  return [
    isSpoken
      ? `The prompt is in ${prompt.language}, and so is the app. It begins empty: its samples would be in English.`
      : `The prompt is in ${prompt.language}: its words are used, the app’s own labels are in English.`,
    ...(unknown.length > 0 ? [`${UNKNOWN_WORDS} ${unknown.join(', ')}. A model would.`] : []),
  ];
};

const UNKNOWN_KIND = 'No known kind of app was recognised,';
const UNDERSTOOD = 'Understood without a model:';
const NOT_THERE = 'Asked for, and not there:';
const ON_THIS_DEVICE =
  'Everything stays on this device: there is no server behind the app, nothing is sent to or fetched from others, and nothing is paid.';
const UNKNOWN_WORDS = 'No rule knew these words of the prompt:';

/** Whether a note tells how the rules read the prompt: it is of no use beside a plan that a model made. */
export const isOfRules = (note: string): boolean =>
  [UNKNOWN_KIND, UNDERSTOOD, NOT_THERE, UNKNOWN_WORDS, ON_THIS_DEVICE].some((start) => note.startsWith(start));

/** A note on what a screen pretends goes with that screen; every other note goes with the words that ask for it. */
const isNoted = ({ id, note, screen, with: other, met }: Feature, plan: Understanding): boolean => {
  const isAsked = plan.features.some((asked) => asked.id === id) || (other !== undefined && hasScreen(other, plan));
  return note !== undefined && !isMet(met, plan) && (screen === undefined ? isAsked : hasScreen(screen, plan));
};

const hasScreen = (kind: string | undefined, { screens }: Understanding): boolean =>
  kind === undefined || screens.some(({ archetype }) => archetype === kind);

/** A note about what many words may ask for names those that did. */
const withWords = ({ note = '', isAside, words, said: pattern }: Feature, prompt: PromptText): string => {
  const said = words.filter((word) => prompt.find(word) >= 0).map((word) => word.replace('*', ''));
  const found = said.map((start) => prompt.words.find((one) => one.startsWith(start)) ?? start);
  const named = [pattern?.exec(prompt.clean)?.[1] ?? ''].filter((one) => !['', ...found].includes(one.toLowerCase()));
  return isAside ? `${note} (${[...new Set([...found, ...named])].join(', ')})` : note;
};

/** A player does play: a melody that it makes up. */
const isMet = (met: readonly string[], { screens }: Understanding): boolean =>
  screens.some(({ function: does }) => does !== undefined && met.includes(does.kind));

const MOST_NAMED = 9;

/** Every word that the app shows of its own, and what else the lexicon calls its things. */
const wordsOfApp = (plan: Understanding): WordsOfApp => {
  const { prompt, entities, screens, features, functions } = plan;
  const isKept = ({ name }: { readonly name: string }): boolean => entities.some((entity) => entity.name === name);
  const fields = entities.flatMap((entity) => entity.fields);
  return {
    things: [
      ...entities.flatMap(({ name, label = '', plural }) => [...replacedBy([name]), label, plural]),
      ...(functions.screens.length === 0 ? functions.words : []),
    ],
    otherWords: DOMAINS.flatMap((one) => one.entities.filter(isKept)).flatMap(({ words }) => words),
    texts: [
      ...fields.flatMap(({ name, label, choices = [] }) => [name, label, ...choices]),
      ...screens.flatMap(({ name, archetype, entity, function: does }) => [
        ...(does !== undefined || entity === undefined ? [name] : []),
        archetype,
        DOINGS.get(archetype) ?? '',
        ...(does
          ? [
              does.kind,
              DOINGS.get(does.kind) ?? '',
              ...(does.kind === 'page' ? does.sections.map(({ heading }) => heading) : []),
            ]
          : []),
      ]),
      ...features.flatMap((one) => ((one.note ? isNoted(one, plan) : hasScreen(one.screen, plan)) ? one.words : [])),
      ...EXTRA_FIELDS.flatMap(({ field, words }) => (fields.some(({ name }) => name === field.name) ? words : [])),
      ...(functions.screens.length > 0 ? functions.words : []),
      goodsOf(prompt) ?? '',
    ],
  };
};

/** What people do on a screen of each kind, beside what its name says. */
const DOINGS: ReadonlyMap<string, string> = new Map(Object.entries(screenDoings));

/** Screens named in the prompt that are not there; those without an archetype may be there under the name of a thing. */
const namedOf = ({ wishes, screens, functions }: Understanding): readonly string[] =>
  wishes.named
    .filter(({ name, archetype }) =>
      archetype === undefined
        ? !functions.isSpokenFor(name)
        : !MET_ELSEWHERE.has(archetype) && !screens.some((one) => one.archetype === archetype),
    )
    .map(({ name }) => name);

/** What these words ask for may be there under the name of a thing, or as the app's first screen. */
const MET_ELSEWHERE: ReadonlySet<string> = new Set(['home', 'overview', 'chat', 'feed', 'profile', 'settings']);
