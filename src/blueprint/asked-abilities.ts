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

/** Those of them that none of these texts (names, fields, screens) speaks of. */
export const abilitiesWithout = (abilities: readonly string[], texts: readonly string[]): readonly string[] => {
  const there = new Set(texts.flatMap(stemsOf));
  return abilities.filter((ability) => {
    const stems = stemsOf(ability).filter((stem) => !USUAL.has(stem));
    return stems.length > 0 && !stems.some((stem) => there.has(stem));
  });
};

const LISTS =
  /(?:should be able to|can|able to|allow(?:s|ing)? (?:\w+ )?to|lets? (?:\w+ )?|functions? (?:for|of|to|such as|like)|functionalit(?:y|ies) (?:for|of|to|such as|like)|features? (?:for|such as|like|including)|should (?:ensure|include|have|allow|support))\s+([^.!?]{3,400})/gi;

const ACTIONS = /(?:able to|allow(?:s|ing)? (?:\w+ )?to|users? can)\s+([^.!?]{3,400})/gi;

const AT_START =
  /^(?:(?:a|an|the|to|and|or|also|easily|such as|including|have|be able to|users? can|users? to|functionalit(?:y|ies) (?:for|of|such as)|features (?:for|like|such as))\s)+/i;
/** `a simple and intuitive interface` */
const LONE_ADJECTIVE =
  /^(?:simple|easy|clear|intuitive|modern|clean|friendly|responsive|secure|fast|basic|modular|extensible|reliable)$/i;

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
