import { singularOf } from './nouns.js';
import { wordsOf, type PromptText } from './prompt-text.js';

/** What people are said to do with the app (`browse jobs`, `follow topics`), in the prompt's words and order. */
export const askedAbilities = (prompt: PromptText): readonly string[] => {
  const lists = [...prompt.clean.matchAll(LISTS)].map(([, list = '']) => list);
  const parts = lists.flatMap((list) => list.split(/\s?(?:,|;)\s?(?:and\s|or\s)?|\s(?:and|or)\s/i));
  const bare = parts.map((part) => part.replaceAll(SMALL, ' ').replaceAll(/\s+/g, ' ').trim().toLowerCase());
  return [...new Set(bare)].filter((part) => part.length > 3 && part.split(' ').length <= 7);
};

/** Those of them that none of these texts (names, fields, screens) speaks of. */
export const abilitiesWithout = (abilities: readonly string[], texts: readonly string[]): readonly string[] => {
  const there = new Set(texts.flatMap(stemsOf));
  return abilities.filter((ability) => {
    const stems = stemsOf(ability).filter((stem) => !USUAL.has(stem));
    return stems.length > 0 && !stems.some((stem) => there.has(stem));
  });
};

const LISTS =
  /(?:should be able to|can|able to|allow(?:s|ing)? (?:\w+ )?to|lets? (?:\w+ )?|functionalit(?:y|ies) (?:for|of|to|such as|like)|features? (?:for|such as|like|including)|should (?:ensure|include|have|allow))\s+([^.!?]{3,400})/gi;

const SMALL =
  /(?<![\p{L}])(?:a|an|the|their|your|my|our|its|his|her|of|for|to|with|in|on|at|by|from|through|such|as|etc|more|also|selected|different|various|users?|features?|functionality|functionalities|mobile|app|able|be)(?![\p{L}])/giu;

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
