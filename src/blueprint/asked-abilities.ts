import table from './lexicon/request-words.json' with { type: 'json' };
import { singularOf } from './nouns.js';
import { wordsOf, type PromptText } from './prompt-text.js';
import { isVerb } from './request-nouns.js';

/** What people are said to do with the app (`browse jobs`, `follow topics of interest`), in the prompt's words and order. */
export const askedAbilities = (prompt: PromptText): readonly string[] => partsBehind(prompt, LISTS);

/** Those of them that begin with a verb, known or not: what stands behind `able to`. */
export const askedActions = (prompt: PromptText): readonly string[] => partsBehind(prompt, ACTIONS);

const partsBehind = (prompt: PromptText, cues: RegExp): readonly string[] => {
  const lists = [...prompt.clean.matchAll(cues)].map(([, list = '']) => list);
  const parts = lists.flatMap(partsOf).map((part) => part.replace(AT_START, '').replace(AT_END, '').trim());
  return [...new Set(parts)].filter(
    (part) => part.length > 3 && part.split(' ').length <= 9 && !LONE_ADJECTIVE.test(part),
  );
};

/** Commas part a list; "and" does where a verb follows, or in front of its last part. */
const partsOf = (list: string): readonly string[] => {
  const parts = list.split(/\s?[,;]\s?(?:and\s|or\s|as well as\s)?/i);
  return parts.flatMap((part, index) => {
    const isLast = parts.length > 1 && index === parts.length - 1;
    return part.split(/\s(?:and|or)\s/i).reduce<string[]>((found, piece) => {
      const [first = ''] = piece.split(' ');
      if (found.length === 0 || isVerb(first.toLowerCase()) || (isLast && !list.includes(', and ')))
        return [...found, piece];
      return [...found.slice(0, -1), `${found.at(-1)} and ${piece}`];
    }, []);
  });
};

/** Those of them that these texts (names, fields, screens) do not speak of: what is done, if an app of records does not do it by itself, and to what. */
export const abilitiesWithout = (abilities: readonly string[], texts: readonly string[]): readonly string[] => {
  const there = new Set(texts.flatMap(stemsOf));
  return abilities.filter((ability) => {
    if (PRAISE.test(ability)) return false;
    const stems = stemsOf(ability).filter((stem) => !USUAL.has(stem));
    return (
      stems.some((stem) => DONE.has(stem) && !there.has(stem)) ||
      !(stems.length === 0 || stems.some((stem) => there.has(stem)))
    );
  });
};

/** What else a prompt says is done (`recognise birdsong`), wherever it says so. */
export const saidDoings = ({ clean, language }: PromptText): readonly string[] =>
  language === 'English'
    ? [...clean.matchAll(DOINGS)].map(([said]) => said.replace(/\s(?:a|an|the|of|their|your|my|our)$/i, ''))
    : [];

const DOINGS = new RegExp(
  `\\b(?:${table['doing verbs']
    .split(' ')
    .map((verb) => verb.replace(/e$/, ''))
    .join(
      '|',
    )})(?:e|es|s|ing)?\\b(?:\\s(?!and\\b|or\\b|to\\b|in\\b|on\\b|for\\b|with\\b|by\\b|from\\b|at\\b|when\\b|that\\b|so\\b)[\\p{L}-]+){0,3}`,
  'giu',
);

const LISTS =
  /(?:should be able to|can|able to|allow(?:s|ing)? (?:\w+ )?to|lets? (?:\w+ )?|functions? (?:for|of|to|such as|like)|functionalit(?:y|ies) (?:for|of|to|such as|like)|features? (?:for|such as|like|including)|should (?:also )?(?:ensure|include|have|allow|support))\s+([^.!?]{3,400})/gi;

const ACTIONS = /(?:able to|allow(?:s|ing)? (?:\w+ )?to|users? can)\s+([^.!?]{3,400})/gi;

const AT_START =
  /^(?:(?:a|an|the|to|and|or|also|easily|such as|including|have|(?:should )?be able to|basic functions such as|users? can|users? to|functionalit(?:y|ies) (?:for|of|such as)|features (?:for|like|such as))\s)+/i;
/** `a simple and intuitive interface` */
const LONE_ADJECTIVE =
  /^(?:simple|easy|clear|intuitive|modern|clean|friendly|responsive|secure|fast|basic|modular|extensible|reliable)$/i;

/** What every app is said to have. */
const PRAISE = /experience|interface|navigation|interactive elements|^easy-to-|user-friendly/i;

const AT_END =
  /(?:,|\s(?:etc|and more|and so on|on the (?:app|platform|website)|features?|functions?|functionalit(?:y|ies)))\.?$/i;

/** The first letters of a word's singular: `voting`, `vote` and `voter` are one. */
const stemsOf = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => word.length > 2)
    .map((word) =>
      singularOf(word)
        .replace(/(?:ing|ed|er|ion|ions|ment|s|e|y)$/, '')
        .slice(0, 7),
    );

/** What every app does with its records. */
const USUAL: ReadonlySet<string> = new Set(
  'view browse see add create edit delete manage organize organise save keep list detail information use access enter input show display learn receive get find content motivated engaged other more appealing various user platform application mobile'
    .split(' ')
    .flatMap(stemsOf),
);

/** What no app of records does by itself. */
const DONE: ReadonlySet<string> = new Set(table['doing verbs'].split(' ').flatMap(stemsOf));
