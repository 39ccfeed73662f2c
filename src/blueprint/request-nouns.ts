import table from './lexicon/request-words.json' with { type: 'json' };
import { taggedWords, withSmallOpenings, type TaggedWord } from '../english/tagger.js';
import { isCapitalised, isInitials, isPlural, pluralOf, singularOf } from './nouns.js';

const LISTS = new Map(
  Object.entries(table).map(([name, words]) => [name, new Set(typeof words === 'string' ? words.split(' ') : [])]),
);

/** Whether the lexicon's list of this name has a word. */
export const isAmong = (list: keyof typeof table, word: string): boolean => LISTS.get(list)?.has(word) ?? false;

/**
 * What an English request names, without the verbs before it and the words about software behind it: `managing TV channels` are
 * `TV channels`, `course management` is `courses`. Empty: no thing is left.
 */
export const nounIn = (phrase: string, text = phrase): string => {
  const words = thingIn(
    withoutVerbs(
      phrase
        .replaceAll(/['’]s?(?= |$)/g, '')
        .split(' ')
        .filter((word) => !/^\w+-\w+ed$/.test(word)),
    ),
    text,
  );
  if (words.length === 2 && isDoing(words)) words.shift();
  const whole = words.length;
  while (isTail(words)) words.pop();
  const texts = words.map(({ text }) => text);
  const head = words.at(-1);
  const last = head?.text.toLowerCase() ?? '';
  const isNoThing = head === undefined || head.tag === 'ADJ' || JOINERS.has(last);
  if (
    isNoThing ||
    isAbstract(last) ||
    ((words.length === 1 || words.length < whole) && isProper(head)) ||
    clauseAt(texts) >= 0
  )
    return '';
  return words.length === whole || isAmong('mass nouns', last) ? texts.join(' ') : pluralOf(texts.join(' '));
};

/** `reading comics` is something that people do, `reading lists` are lists. */
const isDoing = ([first, last]: readonly TaggedWord[]): boolean =>
  /^(?:draw|list|read|record|sav|shar|test|writ)ing$/i.test(first?.text ?? '') &&
  last !== undefined &&
  isPlural(last.text) &&
  !/(?:lists|plans|records|logs|sessions|goals|habits|clubs|groups|rooms|lessons|materials|notes|challenges|results|exercises|tools|classes|prompts)$/i.test(
    last.text,
  );

/** A shopping list is one, a list of novels is novels; of SQL queries the queries are kept. */
const isTail = (words: readonly TaggedWord[]): boolean => {
  const [before, last] = words.slice(-2);
  return (
    before !== undefined &&
    last !== undefined &&
    isAmong('tails', last.text.toLowerCase()) &&
    !(words.length === 2 && isInitials(before.text)) &&
    !/ing$/i.test(before.text)
  );
};

/** What an English text speaks of, most often first: its noun phrases without the words about software. */
export const spokenThings = (text: string): readonly string[] => {
  const said = taggedWords(text)
    .map((word) => (isNamePart(word) && word.tag !== 'PROPN' ? word.text : word.tag === 'PUNCT' ? '.' : '|'))
    .join(' ')
    .split(/\s?[.|]\s?/)
    .map((thing) => nounIn(thing, text))
    .map((thing) => (isTool(thing.split(' ').at(-1) ?? '') ? thing.split(' ').slice(0, -1).join(' ') : thing))
    .filter((thing) => thing !== '' && !/(?:ity|cy|ness|ism|[st]ion|ment|ing|[ae]nce)$/.test(singularOf(thing)))
    .map((thing) => (isMassNoun(thing) ? thing : pluralOf(singularOf(thing))));
  const times = (thing: string): number => said.filter((one) => one.toLowerCase() === thing.toLowerCase()).length;
  return [...new Set(said)].toSorted((a, b) => times(b) - times(a));
};

/** The words of a phrase that name a thing, without those that judge it (`funny images`) and without what follows it. */
const thingIn = (words: readonly string[], text: string): TaggedWord[] => {
  const tagged = taggedWords(words.join(' '));
  const [lone] = tagged;
  if (lone && tagged.length === 1 && isWork(lone)) return [lone];
  const isPartOfAName = (word: TaggedWord, index: number): boolean =>
    isNamePart(word) && !isEvaluation(word, tagged[index + 1]);
  const first = tagged.findIndex(
    (word, index) => isPartOfAName(word, index) || isSaidTogether(word, tagged[index + 1], text),
  );
  if (first < 0) return [];
  const rest = tagged.slice(first);
  const end = rest.findIndex((word, index) => index > 0 && !isNamePart(word) && !isPluralNoun(word, rest, index));
  return rest.slice(0, end < 0 ? undefined : end);
};

/** A plural that stands alone in a list (`works`, `orders`) is a noun, even if the tagger takes it for a verb. */
const isWork = ({ text }: TaggedWord): boolean =>
  isPlural(text) && isAmong('verbs and nouns', singularOf(text).toLowerCase());

/** An adjective or a gerund belongs to the name if the text uses both together twice: `blind boxes` and `a blind box`. */
const isSaidTogether = ({ text: word, tag }: TaggedWord, next: TaggedWord | undefined, text: string): boolean =>
  next?.tag === 'NOUN' &&
  (tag === 'ADJ' || word.endsWith('ing')) &&
  text.toLowerCase().split(`${word} ${singularOf(next.text)}`.toLowerCase()).length > 2;

const isNamePart = ({ text, tag }: TaggedWord): boolean =>
  tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' || isAmong('noun gerunds', text.toLowerCase()) || isMassNoun(text);

/** `RSS feeds`: behind a noun, a plural is one. */
const isPluralNoun = ({ text }: TaggedWord, words: readonly TaggedWord[], index: number): boolean =>
  index === words.length - 1 && /[^s]s$/.test(text) && words[index - 1]?.tag !== 'ADJ';

/** `funny` judges what it stands before, `national` says what kind it is. */
const isEvaluation = ({ text, tag }: TaggedWord, next: TaggedWord | undefined): boolean =>
  tag === 'ADJ' && next !== undefined && !isProper(next) && !/(?:al|ic|ary|ese|ish|ian|-time)$/i.test(text);

/** Names of one thing, which are no kind of things: `YouTube`, `SQL`. */
const isProper = ({ text }: TaggedWord): boolean => /^(?:\p{Lu}{2,}s?|\p{Lu}\p{Ll}+\p{Lu}.*)$/u.test(text);

/** Whether a text has a word as a name only, with a capital inside a sentence or inside the word: `Tor`, `CarPlay`, `COVID-19`. */
export const isNameIn = (word: string, text: string): boolean => {
  const said = withSmallOpenings(text).match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
  const forms = new Set([word, singularOf(word), pluralOf(word)].map((form) => form.toLowerCase()));
  const places = said.filter((one) => forms.has(one.toLowerCase()));
  const long = said.filter((one) => one.length > 3);
  const isTitle = long.filter(isCapitalised).length * 2 > long.length;
  const isName = (one: string): boolean =>
    /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}{2}|\d/u.test(one) || (isCapitalised(one) && !isInitials(one) && !isTitle);
  return places.length > 0 && places.every(isName);
};

/** Where a phrase becomes a sentence (`cleaners see jobs`, `books I lent`), so that it names no thing; -1: nowhere. */
export const clauseAt = (words: readonly string[]): number =>
  taggedWords(words.join(' ')).findIndex(
    ({ text, tag }, index, all) =>
      BEGINS_A_CLAUSE.has(tag) ||
      text.toLowerCase() === 'ones' ||
      (index > 0 && tag === 'VERB' && !text.endsWith('ing') && /[^s]s$/.test(all[index - 1]?.text ?? '')),
  );

/** Pronouns, auxiliaries and what begins a clause. */
export const BEGINS_A_CLAUSE: ReadonlySet<string> = new Set(['PRON', 'AUX', 'SCONJ']);

/** A phrase without what is done: `Decide what` has nothing else. */
export const withoutVerbs = (words: readonly string[]): string[] => {
  const isDone = (word: string, index: number): boolean =>
    isVerb(word.toLowerCase()) || JOINERS.has(word) || (words[index - 1] === 'and' && isAmong('doing verbs', word));
  const first = words.findIndex((word, index) => !isDone(word, index));
  return first < 0 ? [] : words.slice(first);
};

/** Equipment and news are things, although they have no plural. */
export const isMassNoun = (noun: string): boolean => isAmong('mass nouns', noun.split(' ').at(-1)?.toLowerCase() ?? '');

const RECORDS_OF_DOINGS: ReadonlyMap<string, string> = new Map(Object.entries(table['records of doings']));
const RECORDS_OF_SERVICES: ReadonlyMap<string, string> = new Map(Object.entries(table['records of services']));
const RECORDS_OF_TOOLS: ReadonlyMap<string, string> = new Map(Object.entries(table['records of tools']));

const JOINERS: ReadonlySet<string> = new Set('and or and/or to what which not out up in'.split(' '));

/** What holds things: a list of tasks is tasks. */
export const isContainer = (word: string): boolean => isAmong('tails', word) || isAmong('containers', singularOf(word));

export const isAbstract = (word: string): boolean =>
  isAmong('abstract nouns', word) || isAmong('abstract nouns', singularOf(word));

export const isVerb = (word: string): boolean =>
  isAmong('verbs', word) ||
  (word.endsWith('ing') &&
    !isAmong('noun gerunds', word) &&
    stemsOf(word).some((stem) => isAmong('verbs', stem) || isAmong('doing verbs', stem)));

/** A picker picks, a shortener shortens: what is kept is what stands before. People who do something (`drivers`) are no tools. */
export const isTool = (word: string): boolean => {
  const stem = /^(\w{3,}?)(?:er|or)$/.exec(word.toLowerCase())?.[1];
  return (
    stem !== undefined &&
    !isAmong('doing people', word.toLowerCase()) &&
    stemsOf(`${stem}ing`).some((one) => isAmong('verbs', one) || isAmong('doing verbs', one))
  );
};

/** `big-button` tells how something is. */
export const isManner = (word: string): boolean =>
  /^\w+-(?:code|side|based|oriented|level|end|rich|page|driven|button|friendly|quality|source|platform)s?$|^(?:ad|ads|distraction)-free$/i.test(
    word,
  );

/** What an app is, not what it is about: a tracker, a portal. */
export const isRole = (word: string): boolean =>
  isAmong('roles of apps', singularOf(word.toLowerCase())) || isTool(word);

export const isRoleOnly = (noun: string): boolean =>
  noun.split(' ').every((word) => isRole(word) || isAbstract(word.toLowerCase()));

/** The official version of sandwiches is about sandwiches. */
export const withoutRole = (phrase: string): string => {
  const [before = '', ...behind] = phrase.split(' of ');
  const [role = '', ...others] = before.split(' ').toReversed();
  const isNamed = others.length > 0 && (isCapitalised(role) || others.length > 1 || others.includes('in'));
  return behind.length > 0 && isRoleOnly(role) && !isNamed ? behind.join(' of ') : phrase;
};

/** What a well-known service is full of: YouTube of videos. */
export const recordOfService = (word: string): string | undefined => RECORDS_OF_SERVICES.get(word);

/** What a tool keeps: a browser has bookmarks. */
export const recordOfTool = (tool: string): string | undefined => RECORDS_OF_TOOLS.get(tool);

/** What is kept of what people do: who pledges makes pledges. */
export const recordOfDoing = (verb: string): string | undefined =>
  [verb, ...(verb.endsWith('ing') ? stemsOf(verb) : [])].map((stem) => RECORDS_OF_DOINGS.get(stem)).find(Boolean);

/** `managing` may come from `manage`, `mana` or `managg`: the one that there is counts. */
const stemsOf = (gerund: string): readonly string[] => {
  const stem = gerund.slice(0, -3);
  return [stem, `${stem}e`, ...(/(.)\1$/.test(stem) ? [stem.slice(0, -1)] : [])];
};
