import { taggedWords, type TaggedWord } from './english.js';
import table from './lexicon/request-words.json' with { type: 'json' };
import { isOnlyLooks } from './named-colours.js';
import { isCapitalised, singularOf } from './nouns.js';
import { isLong, isSmallWord, wordsOf, type PromptText } from './prompt-text.js';
import { clauseAt, isAbstract, isContainer, isTool, isVerb } from './request-nouns.js';

/** What people are said to do with the app (`browse jobs`, `follow topics of interest`), in the prompt's words and order. */
export const askedAbilities = (prompt: PromptText): readonly string[] => partsBehind(prompt, LISTS);

/** Those of them that begin with a verb, known or not: what stands behind `able to`. */
export const askedActions = (prompt: PromptText): readonly string[] => partsBehind(prompt, ACTIONS);

/** Everything a prompt asks for, one thing at a time: its abilities, what a short one lists, and what else it says is done. */
export const askedFor = (prompt: PromptText): readonly string[] =>
  prompt.language === 'English'
    ? [...askedAbilities(prompt), ...(isLong(prompt) ? [] : clausesOf(prompt)), ...saidDoings(prompt.clean)]
        .map(inWholeWords)
        .filter((asked) => asked !== '')
    : [];

/** An ability without what stands around it (`which can track …`) and without a torn end (`whether they are`); empty: nothing is left. */
const inWholeWords = (said: string): string => {
  const asked = said
    .replace(/^(?:its|their|his|her) /i, '')
    .replace(WHO_CAN, '')
    .replace(WHAT_FOR, '');
  const words = wordsInPlace(asked);
  const isTorn = ({ text, tag }: TaggedWord): boolean => TORN.has(tag) || /^\w+(?:ed|ly)$|['’]s$/.test(text);
  const end = words.findLastIndex((word) => !isTorn(word));
  const last = words[end];
  const isLoneVerb =
    end === 0 && last !== undefined && (last.tag === 'PROPN' || /^(?!\w+(?:ing|s)$)/.test(doingOf(asked)));
  return last === undefined || isLoneVerb || NO_ABILITY.test(asked) || BEGINS_NOTHING.has(words[0]?.tag ?? '')
    ? ''
    : asked.slice(0, asked.lastIndexOf(last.text) + last.text.length);
};

/** Parts of speech that end nothing that could be asked for. */
const TORN: ReadonlySet<string> = new Set([
  'ADJ',
  'ADP',
  'AUX',
  'CCONJ',
  'DET',
  'NUM',
  'PART',
  'PRON',
  'PUNCT',
  'SCONJ',
]);

const BEGINS_NOTHING: ReadonlySet<string> = new Set(['ADP', 'CCONJ', 'SCONJ']);

/** Signing in, of which the sign-in screen has its own note, and what is no ability: a refusal, a question, a wish for quality. */
const NO_ABILITY =
  /^(?:no|not|without|where|what|how|which|whether|if|(?:log|sign)(?:ging|ing)?[ -](?:in|up|out)|ensur(?:e|ing)|out of)(?= |$)/i;

/** A reason is not asked for. */
const WHAT_FOR = / (?:in order )?to (?:help|ensure|enable|allow|improve|enhance|facilitate|meet|make sure) .*$/i;

/** `which can`, `the application should` */
const WHO_CAN =
  /^(?:which|that|who|it|they|(?:the |an? )?\w+(?: \w+){0,2}) (?:can|could|should|must|will|may)(?: also)?(?: be able to)? /i;

/** What the further clauses of a short request say is done, had or seen. */
const clausesOf = ({ clean }: PromptText): readonly string[] =>
  clean
    .split(CLAUSES)
    .slice(HEAD_PAIR.test(clean) ? 0 : 1)
    .filter((part) => !FOR_NOTHING.test(part))
    .map((part) => ({ part, asked: part.replace(WHO_DOES, '').replace(AT_START, '').replace(AT_END, '').trim() }))
    .filter(({ part, asked }) => isNamed(part) || wordsOf(asked).filter(saysSomething).length > 1)
    .map(({ asked }) => asked)
    .filter((asked) => asked.split(' ').length <= 9 && !NO_CLAUSE.test(asked) && !LONE_ADJECTIVE.test(asked));

/** `bait`, `line-ups`: no verb, and nothing besides. */
const isNamed = (part: string): boolean =>
  part.split(' ').length < 3 &&
  taggedWords(part).some(({ tag }) => tag !== 'ADJ' && tag !== 'ADV') &&
  clauseAt(part.split(' ')) < 0 &&
  !isVerb(wordsOf(part)[0] ?? '');

/** `Project management and issue tracking` asks for both. */
const HEAD_PAIR = /^(?:an? |the |my )?\w+(?: \w+)? and \w/i;

const saysSomething = (word: string): boolean => !SAYS_NOTHING.test(word) && !isSmallWord(word);

const CLAUSES =
  /[.,:;!?]\s?(?:and\s|or\s|but\s)?|\s(?:that|and|but|with|including)\s|\s(?=(?:so|where|who|before|after|because|until)\s)/i;

/** A reason (`so that nobody forgets`) asks for no function. */
const FOR_NOTHING = /^(?:so (?:that )?(?:we|I|you|nobody|no one)|before|after|because|until)\s/i;

/** `and we see how many` */
const WHO_DOES =
  /^(?:so(?: that)? )?(?:(?:where |that )?(?:I|we|they|he|she|it|you|people|everybody|everyone|(?:the )?\w+s(?! (?:of|in|for|from|with|to|on|at|by|they|we|I|you) )) )?(?:can |could |should |have to |must |want to )?/i;

const NO_CLAUSE = /^(?:of|to|for|from|in|on|at|by|as|with|when|before|after|are|is|you|them|it|us)\s/i;

const partsBehind = (prompt: PromptText, cues: RegExp): readonly string[] => {
  const lists = [...prompt.clean.replaceAll(/\s?\([^()]*\)/g, '').matchAll(cues)].map(([, list = '']) => list);
  const parts = lists.flatMap(partsOf).map((part) => part.replace(AT_START, '').replace(AT_END, '').trim());
  return [...new Set(parts)].filter(
    (part) =>
      !/ (?:the|an?|of|for)$/i.test(part) &&
      part.length > 3 &&
      part.split(' ').length <= 9 &&
      !LONE_ADJECTIVE.test(part),
  );
};

/** Commas part a list; "and" does where a verb follows, or in front of its last part. */
const partsOf = (list: string): readonly string[] => {
  const parts = list.split(/\s?(?:,(?!\d{3})|;)\s?(?:and\s|or\s|as well as\s)?/i);
  const pieces = parts.flatMap((part, index) => {
    const isLast = parts.length > 1 && index === parts.length - 1;
    return part.split(/\s(?:and|or|plus)\s/i).reduce<string[]>((found, piece) => {
      const [first = ''] = piece.split(' ');
      if (found.length === 0 || isVerb(first.toLowerCase()) || (isLast && !list.includes(', and ')))
        return [...found, piece];
      return [...found.slice(0, -1), `${found.at(-1)} and ${piece}`];
    }, []);
  });
  return pieces.map((piece, index) => withSharedObject(piece, pieces.slice(index + 1)));
};

/** `create, rename and delete folders`: all of it is done to folders. */
const withSharedObject = (piece: string, behind: readonly string[]): string => {
  const [verb = '', ...object] = behind.find((other) => other.includes(' '))?.split(' ') ?? [];
  const isShared =
    [piece, verb].every((word) => isVerb(word.toLowerCase())) && /ing$/.test(piece) === /ing$/.test(verb);
  return isShared ? `${piece} ${object.join(' ')}` : piece;
};

/**
 * Those of them that these texts (names, fields, screens) do not speak of: what is done, if an app of records does not do it by itself, and
 * the thing that it is done to.
 */
export const abilitiesWithout = (abilities: readonly string[], texts: readonly string[]): readonly string[] => {
  const there = new Set(texts.flatMap(stemsOf));
  const isThere = (stem: string): boolean => there.has(stem) || (USUAL.has(stem) && !DONE.has(stem));
  const isMissing = (object: string): boolean => {
    const words = wordsOf(object).filter(saysSomething);
    const last = words.at(-1) ?? '';
    const isDone = words.length > 1 && (DOING_NOUN.test(last) || isTool(last));
    const doings = stemsOf(`${doingOf(object)} ${isDone ? last : ''}`);
    const things = words.filter(
      (word) =>
        !(isAbstract(word) || isContainer(word)) &&
        stemsOf(word).some((stem) => !(doings.includes(stem) || USUAL.has(stem))),
    );
    const heads = stemsOf((things.at(-1) ?? (doings.length > 0 ? '' : last)).replaceAll('-', ' '));
    return (
      doings.some((stem) => !isThere(stem)) ||
      stemsOf(object).some((stem) => DONE.has(stem) && !there.has(stem)) ||
      !heads.every(isThere)
    );
  };
  return abilities.filter(
    (ability) => !(PRAISE.test(ability) || isOnlyLooks(ability)) && objectsOf(ability).some(isMissing),
  );
};

/** The verb that an ability begins with (`execute` of `execute SQL queries`); empty: none. */
const doingOf = (ability: string): string => {
  const [first] = wordsInPlace(ability);
  return first && (first.tag === 'VERB' || isVerb(first.text.toLowerCase())) ? first.text : '';
};

/** What is done to the words before it: `restaurant reservation`. */
const DOING_NOUN = /(?:[st]ion|ment|ing|ance|ysis)s?$/i;

/** The words of an ability, tagged as in the place where it is said: `able to …`, `functions for …ing`. */
const wordsInPlace = (ability: string): readonly TaggedWord[] =>
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
  const [said = '', ...beyond] = ability.split(BEYOND_THE_OBJECT);
  const asked = said.includes(' ') ? said : [said, ...beyond.slice(0, 1)].join(' ');
  const parts = asked.split(/ (?:and|or) /);
  return parts.filter((part, index) => index === parts.length - 1 || / |s$|ing$/.test(part));
};

/** What else a prompt says is done (`recognise birdsong`, `URL shortener`), wherever it says so. */
const saidDoings = (clean: string): readonly string[] =>
  [...clean.matchAll(DOINGS)]
    .filter(({ index, 0: said }) => !(isCapitalised(said) && /\w $/.test(clean.slice(0, index))))
    .map(([said]) => said.replace(/\s(?:a|an|the|of|their|your|my|our)$/i, ''));

const DOING_STEMS = table['doing verbs']
  .split(' ')
  .map((verb) => verb.replace(/e$/, ''))
  .join('|');

const DOINGS = new RegExp(
  `\\b(?:${DOING_STEMS})(?:e|es|s|ing)?\\b(?:\\s(?!and\\b|or\\b|to\\b|in\\b|on\\b|for\\b|with\\b|by\\b|from\\b|at\\b|when\\b|that\\b|so\\b)[\\p{L}'’-]+){0,3}|(?:\\b[\\p{L}-]+ )?\\b(?:${DOING_STEMS})(?:ers?|ors?|ation|ion)\\b`,
  'giu',
);

const LISTS =
  /\b(?:should be able to|can|able to|allow(?:s|ing)? (?:\w+ )?to|lets? (?:\w+ )?|functions? (?:for|of|to|such as|like)|functionalit(?:y|ies) (?:for|of|to|such as|like)|features? (?:for|such as|like|including)|should (?:also )?(?:ensure|include|have|allow|support))\s+([^.!?]{3,400})/gi;

const ACTIONS = /\b(?:able to|allow(?:s|ing)? (?:\w+ )?to|users? can)\s+([^.!?]{3,400})/gi;

const AT_START =
  /^(?:(?:a|an|the|my|our|to|allow(?:s|ing)? (?:\w+ )?to|and|or|also|easily|such as|includ(?:e|ing)|have|(?:\w+ )?(?:should )?be able to|basic functions such as|users? can|users? to|functionalit(?:y|ies) (?:for|of|such as)|features (?:for|like|such as)|(?:functionalit(?:y|ies)|functions?|features?|ability) to)\s)+/i;

/** `a simple and intuitive interface` */
const LONE_ADJECTIVE =
  /^(?:free|private|world-wide|simple|easy|clear|intuitive|modern|clean|friendly|responsive|secure|fast|basic|compact|quick|modular|extensible|reliable)$/i;

/** What every app is said to have. */
const PRAISE =
  /experience|(?<!API )interface|compatib|visual effects|(?:quick|easy|simple) to use|navigat(?:ion|e)|interactive elements|^easy-to-|user-friendly|^(?:browse|use|access|open|visit) the (?:mobile )?(?:app|page|platform|system|tool)|^click|related operations|^the \w+$|^\w+ing (?:tool|server|mobile app|mini-program)(?: mobile app)?$|^select the corresponding|information they need/i;

const AT_END =
  /(?:,|\s(?:etc|and more|and so on|on the (?:app|platform|website)|features?|functions?|functionalit(?:y|ies)))\.?$/i;

/** Where its place, its time or its reason begins. */
const BEYOND_THE_OBJECT =
  /\s(?:to|through|with|without|for|in|on|by|of|from|at|about|based|using|according|between|into|within|via|such as|including|that|which|who|when|where|as)\s/i;

/** Pronouns, and words about how much or how good. */
const SAYS_NOTHING =
  /^(?:them|it|they|this|these|those|their|his|her|its|all|any|each|every|one|two|three|many|several|multiple|different|other|own|new|best|personal|latest|upcoming|current|recent|basic|simple|easy|online|detailed|full|who|whom|what|which|someone|everyone|up|out|apps?|application|when|how|often|why|where|there|look|theme|social|colou?rs?|ones|nobody|everybody|something|somebody|down|back|us|me|we|you|still|only|just|too|also|good|nice|please|keep|don't|not)$/i;

/** The first letters of a word's singular: `voting`, `vote` and `voter` are one. */
export const stemsOf = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => word.length > 2)
    .map((word) =>
      singularOf(word)
        .replace(/(?:ing|ed|ion|ions|ment|s)$/, '')
        .replace(/(?:er|e|y)$/, '')
        .replace(/([^s])\1$/, '$1')
        .slice(0, 7),
    );

/** What every app does with its records. */
const USUAL: ReadonlySet<string> = new Set(table['usual doings'].split(' ').flatMap(stemsOf));

/** What no app of records does by itself. */
const DONE: ReadonlySet<string> = new Set(table['doing verbs'].split(' ').flatMap(stemsOf));
