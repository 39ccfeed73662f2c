import { isKnownWord, taggedWords } from '../english/tagger.js';
import { keptNoun } from './find-domain.js';
import { saysAny } from './functions/thing-data.js';
import { EXTRA_FIELDS } from './lexicon/extra-fields.js';
import { FEATURES } from './lexicon/features.js';
import { kindOf } from './lexicon/noun-kinds.js';
import relations from './lexicon/relations.json' with { type: 'json' };
import requestWords from './lexicon/request-words.json' with { type: 'json' };
import { isListedDetail } from './listed-fields.js';
import { isNoThing, isRemark, isScrap, KEEPS, listedThings, managedPeople } from './mentioned-things.js';
import { archetypeOf } from './named-screens.js';
import { isCapitalised, isPlural, pluralOf, singularOf } from './nouns.js';
import {
  isHeadFirst,
  isLong,
  isSmallWord,
  readPrompt,
  shortened,
  wordsOf,
  type Language,
  type PromptText,
} from './prompt-text.js';
import {
  isAmong,
  isManner,
  isMassNoun,
  isNameIn,
  isRole,
  isRoleOnly,
  nounIn,
  recordOfDoing,
  recordOfService,
  recordOfTool,
  spokenThings,
  withoutRole,
  withoutVerbs,
} from './request-nouns.js';
import type { Subject } from './subject.js';

export const MAX_ENTITIES = 4;
const MAX_NOUN_LENGTH = 24;

/** What the prompt lists and an app can keep; hand-drawn images are images. */
export const usableNouns = (prompt: PromptText): readonly string[] =>
  listedThings(prompt)
    .filter((thing) => isUsableNoun(thing, prompt) && !isListedDetail(thing, prompt))
    .filter((thing) => prompt.language !== 'English' || !(isNameIn(thing, prompt.clean) || isExample(thing, prompt)))
    .filter((thing) => !EXTRA_FIELDS.some(({ words }) => words.includes(thing.toLowerCase())))
    .filter((thing, _, all) => !all.some((other) => thing.toLowerCase().endsWith(` ${other.toLowerCase()}`)))
    .filter((thing, _, all) => !/ records$/.test(thing) || !all.includes(pluralOf(thing.slice(0, -8))))
    .filter((thing, _, all) => !isScrap(thing) || all.every(isScrap));

/** `industries such as shops and schools` are no shops, and `about 6,000 posts` tell how many. */
const isExample = (thing: string, { clean }: PromptText): boolean =>
  BEFORE_EXAMPLES.test(clean.slice(0, Math.max(clean.toLowerCase().indexOf(thing.toLowerCase()), 0)));

const BEFORE_EXAMPLES = new RegExp(
  `(?:\\d{3}|(?:${requestWords['classes of examples'].replaceAll(' ', '|')}),? such as(?: [^.;]*)?) $`,
  'i',
);

const isUsableNoun = (thing: string, prompt: PromptText): boolean =>
  (isNamingThings(thing, prompt) && !isFeature(thing) && !isDeedIn(thing, prompt)) ||
  managedPeople(prompt).includes(thing);

/** `the technician marks them`: what an object follows is done, but `clients, who paid` are people. */
const isDeedIn = (thing: string, prompt: PromptText): boolean =>
  kindOf(singularOf(thing)).kind !== 'people' &&
  OBJECTS.some((object) => prompt.find(`${thing.toLowerCase()} ${object}`) >= 0);

const OBJECTS = ['them', 'it', 'him', 'her', 'us', 'who', 'whom', 'what', 'which', 'how', 'if'] as const;

const isNamingThings = (thing: string, { clean, language }: PromptText): boolean =>
  (isPlural(thing) || isMassNoun(thing) || (language === 'German' && GERMAN_PLURAL.test(thing))) &&
  !isNoThing(thing, clean) &&
  !/-\w+-/.test(thing) &&
  thing.length <= MAX_NOUN_LENGTH;

/** Plurals by their look in every case: `Parzellen`, `Anmeldungen`; `Spielen` may be games or playing. */
const GERMAN_PLURAL = /^\p{Lu}\p{Ll}+(?:ung|inn|ei|heit|keit|schaft|ion|tät|ur|ell|ett|pp)en$/u;

/** A request that says again and again what it wants lists more than a sentence does. */
export const mostNouns = (prompt: PromptText): number => MAX_ENTITIES + 3 * Number(isLong(prompt));

/** Where no domain is known: what the prompt lists, else the last words of its subject. */
export const mainNouns = (prompt: PromptText, subject: Subject): readonly string[] => {
  const listed = subject.isInflected ? [] : usableNouns(prompt);
  const noun = keptNoun(subject) ?? subjectNoun(subject, prompt);
  const main = isListedDetail(noun, prompt) || isAmong('institutions', noun.toLowerCase()) ? FALLBACK_NOUN : noun;
  const service = isLong(prompt) ? undefined : prompt.words.map(recordOfService).find(Boolean);
  if (main === FALLBACK_NOUN && service !== undefined) return [service];
  const besides = listed.filter(
    (thing) => !` ${singularOf(thing.toLowerCase())}`.endsWith(` ${singularOf(main.toLowerCase())}`),
  );
  const isSubjectListed =
    listed.length > besides.length || besides.some((thing) => subject.phrase.includes(thing) || isFeature(main));
  const isOwnerListed = besides.length > 0 && saysAny(main, requestWords['owners elsewhere']);
  const all =
    isSubjectListed || isOwnerListed || main === FALLBACK_NOUN || isLong(prompt) ? listed : [main, ...besides];
  const named = all.filter((thing) => thing !== FALLBACK_NOUN);
  if (named.some((thing) => !isRemark(thing))) return named.slice(0, mostNouns(prompt));
  const spoken = prompt.language === 'English' ? spokenThings(prompt.clean) : [];
  const most = spoken.find(
    (thing) =>
      isNamingThings(thing, prompt) &&
      (prompt.find(thing.toLowerCase()) >= 0 || !isRole(thing.split(' ').at(-1) ?? '')) &&
      !isRemark(thing) &&
      !isOwner(thing, prompt) &&
      !(isAmong('institutions', singularOf(thing)) && prompt.find(thing) < 0) &&
      !isListedDetail(thing, prompt) &&
      !isNameIn(thing.split(' ').at(-1) ?? '', prompt.clean),
  );
  const found = most === undefined ? named : [most, ...named];
  if (found.length > 0) return found;
  const [managed] = managedPeople(prompt);
  const keeps = (word: string): string | undefined =>
    recordOfDoing(word) ?? (isLong(prompt) ? undefined : recordOfTool(word));
  const last = listedThings(prompt).find((thing) => isAmong('last resort', thing.toLowerCase()));
  return [managed ?? prompt.words.map(keeps).find(Boolean) ?? last ?? FALLBACK_NOUN];
};

/** `for our school`, `for nurses to swap shifts`: whose app it is. */
const isOwner = (thing: string, { clean }: PromptText): boolean => {
  const owner = singularOf(thing.split(' ').at(-1)?.toLowerCase() ?? '');
  const said = [...clean.toLowerCase().matchAll(OWNED_BY)].flatMap(([, ...words]) => words.filter(Boolean));
  return said.some((word) => singularOf(word) === owner);
};

const OWNED_BY = new RegExp(requestWords['owned by'], 'g');

const FALLBACK_NOUN = 'entries';

const subjectNoun = ({ phrase, isInflected }: Subject, { clean, language }: PromptText): string => {
  if (isInflected || saysAny(phrase, relations.asking)) return FALLBACK_NOUN;
  // What stands behind a preposition tells where or of what: `rooms in a house` are rooms.
  const [named = phrase] = withoutRole(phrase.replace(KEEPS, ''))
    .replace(/(?<=e[nr])sammlung$/u, '')
    .replace(/-(?:Manager|Planer|Tracker|Verwaltung|Verwalter|Liste)$/iu, '')
    .split(/ (?:in|into|at|on|of|from|by|as|through|inside|near|im|am|vom|en|dans|du|nel) /i);
  const said = named.split(' ').filter((word) => wordsOf(word).length > 0);
  const words = language === 'English' ? withoutVerbs(said) : [...namedIn(said, language)];
  const role = words.at(-1)?.toLowerCase() ?? '';
  while (language === 'English' && words.length > 1 && isNameIn(words[0] ?? '', clean)) words.shift();
  while (words.length > 1 && isAmong('admirers', singularOf(words.at(-1)?.toLowerCase() ?? ''))) words.pop();
  while (words.length > 1 && isRole(words.at(-1) ?? '') && !isPlural(words.at(-1) ?? '')) words.pop();
  const noun =
    language === 'English'
      ? nounIn(words.slice(-2).join(' '))
      : asSaid(isHeadFirst(language) ? words.slice(0, 2) : words.slice(-2), clean);
  const short = noun.length <= MAX_NOUN_LENGTH ? noun : shortened(words.at(-1) ?? '', MAX_NOUN_LENGTH);
  return archetypeOf(short) !== undefined ||
    wordsOf(short).length === 0 ||
    isRoleOnly(short) ||
    /^(?:hours|minutes|days)$/.test(short) ||
    isNoScreenNoun(short) ||
    /timer$/i.test(short) ||
    (!short.includes(' ') && isManner(short)) ||
    /-\w+-/.test(short) ||
    (language === 'English' &&
      (isNoKind(short, clean) || (recordOfTool(role) !== undefined && isCapitalised(short) && !isKnownWord(short))))
    ? (recordOfTool(role) ?? FALLBACK_NOUN)
    : short;
};

/** Names are no kinds of things, and neither is what the text has as a verb or an adjective alone: `Browse`, `Official`. */
const isNoKind = (noun: string, text: string): boolean => {
  const last = noun.split(' ').at(-1) ?? '';
  const isNoNoun = taggedWords(text).flatMap(({ text: word, tag }, index, all) =>
    word.toLowerCase() === last.toLowerCase()
      ? [tag === 'ADJ' || (tag === 'VERB' && all[index + 1]?.tag !== 'NOUN')]
      : [],
  );
  return isNameIn(last, text) || (isNoNoun.length > 0 && isNoNoun.every(Boolean));
};

/** The words that name something in a phrase of another language: those between its small words; in German, those with a capital letter. */
const namedIn = (said: readonly string[], language: Language): readonly string[] => {
  const isOutside = (word: string): boolean =>
    isSmallWord(word) || (language === 'German' && said.some(isCapitalised) && !isCapitalised(word));
  const rest = said.slice(
    Math.max(
      0,
      said.findIndex((word) => !isOutside(word)),
    ),
  );
  const end = rest.findIndex((word, index) => index > 0 && isOutside(word));
  return rest.slice(0, end < 0 ? undefined : end);
};

/** As the prompt has it: `maux de tête` for `maux tête`. Where the words do not stand together there, only the first. */
const asSaid = ([first = '', ...rest]: readonly string[], clean: string): string => {
  const joints = ['', 'de ', 'du ', 'des ', 'd’', "d'", 'di ', 'del ', 'della ', 'da ', 'do ', 'dos ', 'das '];
  const joint = joints.find((one) => clean.toLowerCase().includes(`${first} ${one}${rest.join(' ')}`.toLowerCase()));
  return rest.length === 0 || joint === undefined ? first : `${first} ${joint}${rest.join(' ')}`;
};

/** `App without any screens` is about nothing in particular. */
const isNoScreenNoun = (noun: string): boolean => /(?:screens?|pages?|tabs?|features?|functions?|apps?)$/i.test(noun);

export const isFeature = (thing: string): boolean => {
  const text = readPrompt(thing);
  return FEATURES.some(({ isAside, words }) => !isAside && words.some((word) => text.find(word) >= 0));
};
