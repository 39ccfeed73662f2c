import { taggedWords, type TaggedWord } from '../english/tagger.js';
import { ASKED } from './lexicon/asked-words.js';
import table from './lexicon/request-words.json' with { type: 'json' };
import { isOnlyLooks } from './named-colours.js';
import { singularOf } from './nouns.js';
import { isSmallWord, wordsOf } from './prompt-text.js';
import { isAbstract, isAmong, isContainer, isTool, isVerb } from './request-nouns.js';

/** What an app has, in its own words and those of the lexicon. */
export interface WordsOfApp {
  /** Its kinds of records. */
  readonly things: readonly string[];
  /** What else these things are called. */
  readonly otherWords: readonly string[];
  /** What it knows of them, and what its screens do. */
  readonly texts: readonly string[];
}

/**
 * Those of them that an app lacks: what is done, if an app of records does not do it by itself and no word of the app speaks of it, and the
 * thing that it is done to. To keep translations is not to translate.
 */
export const abilitiesWithout = (
  abilities: readonly string[],
  { things: kept, otherWords, texts }: WordsOfApp,
): readonly string[] => {
  const records = kept.flatMap(stemsOf);
  const done = withSame([...texts.flatMap(stemsOf), ...records.filter((stem) => !BY_MACHINE.has(stem))]);
  const known = withSame([...records, ...otherWords.flatMap(stemsOf)]);
  const there = new Set([...known, ...done]);
  const isMissing = (object: string): boolean => {
    const words = wordsOf(object).filter(saysSomething);
    const last = words.at(-1) ?? '';
    const isDone = words.length > 1 && (ASKED['doing noun'].test(last) || isTool(last));
    const doings = stemsOf(`${doingOf(object)} ${isDone ? last : ''}`);
    const isKnown = !isDone && !isAbstract(last) && stemsOf(last).every((stem) => known.has(stem));
    const things = words.filter(
      (word) =>
        !(isAbstract(word) || isContainer(word)) &&
        stemsOf(word).some((stem) => !(doings.includes(stem) || USUAL.has(stem))),
    );
    const heads = isKnown ? [] : stemsOf((things.at(-1) ?? (doings.length > 0 ? '' : last)).replaceAll('-', ' '));
    return (
      doings.some((stem) => !(done.has(stem) || isUsual(stem))) ||
      stemsOf(object).some((stem) => DONE.has(stem) && !(BY_MACHINE.has(stem) ? done : there).has(stem)) ||
      !heads.every((stem) => there.has(stem) || isUsual(stem))
    );
  };
  return abilities.filter(
    (ability) => ASKED['done by itself'].test(ability) || (!isWish(ability) && objectsOf(ability).some(isMissing)),
  );
};

/** `responsive layout`, `complete the desired actions`: nothing in it is more than a wish for quality. */
const isWish = (ability: string): boolean =>
  ASKED['said of every app'].test(ability) ||
  isOnlyLooks(ability) ||
  wordsOf(ability).every((one) => isAmong('wishes for quality', one) || !saysSomething(one) || isUsualWord(one));

const isUsualWord = (word: string): boolean => stemsOf(word).every(isUsual);

/** The verb that an ability begins with (`execute` of `execute SQL queries`); empty: none, as in `salary management`. */
export const doingOf = (ability: string): string => {
  const [first] = wordsInPlace(ability);
  if (first === undefined || isVerb(first.text.toLowerCase())) return first?.text ?? '';
  const isPair = ability.split(' ').length === 2 && /^(?:NOUN|ADJ)$/.test(taggedWords(ability)[0]?.tag ?? '');
  return (first.tag === 'VERB' || isDoingVerb(first.text)) && !isPair ? first.text : '';
};

/** The words of an ability, tagged as in the place where it is said: `able to …`, `functions for …ing`. */
export const wordsInPlace = (ability: string): readonly TaggedWord[] =>
  taggedWords(/^\w+ing\b/i.test(ability) ? `for ${ability}` : `to ${ability}`).slice(1);

/** Words of a prompt in another language that none of these texts speaks of. */
export const unknownWords = (clauses: readonly string[], texts: readonly string[]): readonly string[] => {
  const there = texts.flatMap(wordsOf).map((word) => word.slice(0, 4));
  const words = clauses.flatMap((clause) => clause.match(/[\p{Script=Latin}\p{Script=Cyrillic}]{4,}/gu) ?? []);
  return [...new Set(words)].filter(
    (word) => !isSmallWord(word) && !isOnlyLooks(word) && !there.includes(word.toLowerCase().slice(0, 4)),
  );
};

/** Of `Western and Japanese music` the first is no object; in `apply for loans` the loans are. */
const objectsOf = (ability: string): readonly string[] => {
  const [said = '', ...beyond] = ability.replace(ASKED['doing of'], '$2 $1').split(ASKED['beyond the object']);
  const asked = said.includes(' ') ? said : [said, ...beyond.slice(0, 1)].join(' ');
  const parts = asked.split(/ (?:and|or) /);
  return parts.filter((part, index) => index === parts.length - 1 || / |s$|ing$/.test(part));
};

/** Pronouns, and words about how much or how good, say nothing. */
export const saysSomething = (word: string): boolean =>
  !isAmong('words that say nothing', word.toLowerCase()) && !isSmallWord(word);

/** The first letters of a word's singular: `voting`, `vote` and `voter` are one. */
const stemsOf = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => word.length > 2)
    .map((word) =>
      singularOf(word.replace(/['’]s$/, ''))
        .replace(/(?:ing|ed|ion|ions|ment|s)$/, '')
        .replace(/(?:er|e|y)$/, '')
        .replace(/(?<=\w{2})([^s])\1$/, '$1')
        .slice(0, 7),
    );

/** What every app does with its records. */
const USUAL: ReadonlySet<string> = new Set(table['usual doings'].split(' ').flatMap(stemsOf));

/** What no app of records does by itself. */
export const DOING_VERBS = `${table['doing verbs']} ${table['doings of nothing kept']}`.split(' ');

const DONE: ReadonlySet<string> = new Set(DOING_VERBS.flatMap(stemsOf));

/** What somebody does is kept as a record, what a program does is not done by keeping it. */
const BY_MACHINE: ReadonlySet<string> = new Set(table['done by programs'].split(' ').flatMap(stemsOf));

export const isDoingVerb = (word: string): boolean => DONE.has(stemsOf(word)[0] ?? '');

const isUsual = (stem: string): boolean => USUAL.has(stem) && !DONE.has(stem);

/** Words for the same: who asks for pictures has them as photos. */
const SAME_THINGS = table['same things'].map(stemsOf);

const withSame = (stems: readonly string[]): ReadonlySet<string> =>
  new Set([...stems, ...SAME_THINGS.filter((same) => same.some((stem) => stems.includes(stem))).flat()]);

/** Without what is said twice: `adjusting parameters` and `adjust all parameters` count in the longer form, unless that only views it. */
export const withoutRepeats = (abilities: readonly string[]): readonly string[] => {
  const said = abilities.map((text, at) => ({ text, at, ...meaningOf(text) }));
  type Said = (typeof said)[number];
  const isIn = (one: Said, other: Said): boolean =>
    other.text.includes(one.text) || one.stems.every((stem) => other.stems.includes(stem));
  const counts = (one: Said, other: Said): boolean =>
    one.isView === other.isView
      ? one.stems.length > other.stems.length || (one.stems.length === other.stems.length && one.at < other.at)
      : other.isView;
  const isRepeat = (one: Said, other: Said): boolean =>
    other !== one && (isIn(one, other) || isIn(other, one)) && counts(other, one);
  return said.filter((one) => !said.some((other) => isRepeat(one, other))).map(({ text }) => text);
};

/** What an ability is about; that it is viewed or managed (`view email scanning results`) makes it no other. */
const meaningOf = (ability: string): { readonly stems: readonly string[]; readonly isView: boolean } => {
  const said = wordsOf(ability).filter(saysSomething).flatMap(stemsOf);
  const isView = stemsOf(ability.split(' ')[0] ?? '').some(isUsual);
  const stems = said.slice(isView && said.length > 1 ? 1 : 0);
  return { isView, stems: stems.map((stem) => SAME_THINGS.find((same) => same.includes(stem))?.[0] ?? stem) };
};
