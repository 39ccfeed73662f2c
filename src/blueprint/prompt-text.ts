import type { AppLanguage } from '../generation/plan.js';
import { knownShare } from '../english/tagger.js';
import codes from './languages/codes.json' with { type: 'json' };
import telltales from './languages/small-words.json' with { type: 'json' };
import { trimmedEnd } from './trimmed.js';

/** A prompt made ready to be asked about: what it says, and whether it names a word. */
export interface PromptText {
  /** One line, without control, direction and zero-width characters. */
  readonly clean: string;
  /** Lower-case words in order, `&`, `-` and `'` kept inside a word (`r&d`, `to-do`). */
  readonly words: readonly string[];
  readonly language: Language;
  /** Where a word, a phrase, a stem (`cook*`) or an emoji stands, or -1. */
  find(word: string): number;
}

export type Language = keyof typeof telltales | 'Japanese' | 'Chinese' | 'Korean' | 'another language';

/** Reads any text: nothing it holds is an error. */
export const readPrompt = (prompt: string): PromptText => {
  const clean = cleaned(prompt);
  const lower = clean.toLowerCase().replaceAll('\u{fe0f}', '');
  const words = wordsOf(lower);
  const spaced = ` ${words.join(' ')} `;
  const places = new Map<string, number>();
  for (const word of words) if (!places.has(word)) places.set(word, spaced.indexOf(` ${word} `));
  const find = (word: string): number => {
    const place = places.get(word);
    if (place !== undefined || LATIN_WORD.test(word)) return place ?? -1;
    const plain = word.replaceAll('\u{fe0f}', '');
    if (!SPACED_SCRIPT.test(plain)) return lower.indexOf(plain.replace('*', ''));
    return spaced.indexOf(plain.endsWith('*') ? ` ${plain.slice(0, -1)}` : ` ${plain} `);
  };
  return { clean, words, language: languageOf(words, clean), find };
};

/** Whether a request is a specification of many sentences, which says again and again what it wants. */
export const isLong = ({ clean }: PromptText): boolean => clean.length > 300 || SPECIFIES.test(clean);

const SPECIFIES = /functionalities|\b(?:users|visitors|customers|members|students|players|people) should be able\b/i;

/** Lower-case words of a text. */
export const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[&'’+-][\p{L}\p{N}\p{M}]+)*/gu) ?? [];

/** Cuts at a word where one ends in time, never inside a character. */
export const shortened = (text: string, maxLength: number): string => {
  const units = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, maxLength * 8))].map(
    (part) => part.segment,
  );
  if (units.join('').length <= maxLength && units.join('').length === text.length) return text;
  let cut = '';
  for (const unit of units) {
    if (cut.length + unit.length > maxLength - 1) break;
    cut += unit;
  }
  const space = cut.lastIndexOf(' ');
  return `${trimmedEnd(space > maxLength / 2 ? cut.slice(0, space) : cut, ' \n\t,;:.–—-')}…`;
};

/** What can only stand as a whole word, if anywhere. */
const LATIN_WORD = /^[a-z]+$/;

/** Scripts whose words stand apart; Chinese, Japanese and emoji are looked for inside the text. */
const SPACED_SCRIPT = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]/u;

/** `Rezepte-App` is an app for recipes, and not a word of its own. */
const HYPHENED_APP = /(?<=\p{L})-(?=apps?(?![\p{L}\p{N}]))/giu;

const cleaned = (prompt: string): string =>
  prompt
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\u{200b}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2069}\u{feff}\u{fffd}]/gu, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll(HYPHENED_APP, ' ')
    .replaceAll(ADDRESSES, '$1')
    .replaceAll(TO_DOS, 'to-do')
    .replaceAll(/\b(old) (school)\b/gi, '$1-$2')
    .trim();

/** `to do lists` are lists of to-dos: nothing is done to lists. */
const TO_DOS = /\bto dos?(?= (?:lists?|apps?|items?|tasks?)\b)/giu;

/** `[the site](https://…)`, and addresses alone: they name nothing. */
const ADDRESSES = /\[([^[\]]*)\]\(https?:[^)]*\)|\bhttps?:\/\/\S+/giu;

/** Languages whose nouns come before what belongs to them: `maux de tête`. */
export const isHeadFirst = (language: Language): boolean => /^(?:French|Spanish|Italian|Portuguese)$/.test(language);

/** Small words that tell a language. */
const TELLTALE_WORDS = Object.entries(telltales).map(([language, words]) => ({
  language: language as Language,
  words: new Set(words.split(' ')),
  /** What apps are asked for, where a short request has no other word of its language: `Liste de courses`. */
  nouns: new RegExp((codes.nouns as Readonly<Record<string, string>>)[language] ?? '^$'),
}));

/** Whether a word says nothing of what is meant, in whatever language. */
export const isSmallWord = (word: string): boolean => TELLTALE_WORDS.some(({ words }) => words.has(word.toLowerCase()));

const languageOf = (words: readonly string[], clean: string): Language => {
  const letters = clean.match(/\p{L}/gu)?.length ?? 0;
  const latin = clean.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin * 2 < letters) return languageOfScript(clean);
  const scores = TELLTALE_WORDS.map((telltale) => ({
    language: telltale.language,
    score: words.filter((word) => telltale.words.has(word) || telltale.nouns.test(word)).length,
  }));
  const english = scores.find(({ language }) => language === 'English')?.score ?? 0;
  const [best = scores[0]] = scores
    .filter(({ language }) => language !== 'English')
    .toSorted((a, b) => b.score - a.score);
  const isEnglish = best === undefined || best.score === 0 || english > best.score;
  // `no ads` and `no trabalho` might be either, `per day` as well.
  return isEnglish || (best.score - english < 2 && best.score < 3 && knownShare(words) > 0.55)
    ? 'English'
    : best.language;
};

/** Japanese mixes its own letters with Chinese ones; who writes no others is Chinese. */
const languageOfScript = (clean: string): Language => {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(clean)) return 'Japanese';
  if (/\p{Script=Hangul}/u.test(clean)) return 'Korean';
  return /\p{Script=Han}/u.test(clean) ? 'Chinese' : 'another language';
};

/** The languages that apps speak. */
const APP_LANGUAGE = codes.codes as Readonly<Partial<Record<Language, AppLanguage>>>;

/** What an app of this prompt says its own words in. */
export const appLanguageOf = ({ language }: PromptText): AppLanguage => APP_LANGUAGE[language] ?? 'en';
