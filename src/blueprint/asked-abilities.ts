import { taggedWords, type TaggedWord } from '../english/tagger.js';
import { AROUND, ASKED, listsBehind } from './lexicon/asked-words.js';
import table from './lexicon/request-words.json' with { type: 'json' };
import { doingOf, DOING_VERBS, isDoingVerb, saysSomething, wordsInPlace } from './missing-abilities.js';
import { isCapitalised, singularOf } from './nouns.js';
import { isLong, wordsOf, type PromptText } from './prompt-text.js';
import { clauseAt, isAmong, isTool, isVerb } from './request-nouns.js';

/** What people are said to do with the app (`browse jobs`, `follow topics of interest`), in the prompt's words and order. */
export const askedAbilities = (prompt: PromptText): readonly string[] =>
  partsBehind(prompt, 'abilities').filter(isShort);

/** Those of them that begin with a verb, known or not: what stands behind `able to`. */
export const askedActions = (prompt: PromptText): readonly string[] => partsBehind(prompt, 'actions').filter(isShort);

/** Everything a prompt asks for, one thing at a time: its abilities, what a short one lists, what it says is done, and named screens. */
export const askedFor = (prompt: PromptText, named: readonly string[]): readonly string[] => {
  if (prompt.language !== 'English') return named;
  const clauses = isLong(prompt) ? [] : clausesOf(prompt);
  const abilities = partsBehind(prompt, 'abilities');
  return [...abilities, ...clauses, ...purposesOf(prompt), ...saidDoings(prompt), ...named]
    .map((part) => inWholeWords(cutShort(part), isLong(prompt)))
    .filter((asked) => asked !== '');
};

/** An ability without what stands around it (`which can track …`) and without a torn end (`whether they are`); empty: nothing is left. */
const inWholeWords = (said: string, isSaidAtLength: boolean): string => {
  const asked = AROUND.reduce((rest, pattern) => rest.replaceAll(pattern, ''), said);
  const words = wordsInPlace(asked);
  const last = words.findLast((word, index) => !isTorn(word, words[index - 1]));
  const doing = last === undefined || isTool(last.text) ? '' : doingOf(asked);
  const isLone =
    last !== undefined &&
    last === words[0] &&
    !isAmong('doings alone', last.text) &&
    (last.tag === 'PROPN' || (doing === '' ? isSaidAtLength : !/(?:ing|[^s]s)$/.test(doing)));
  return last === undefined ||
    isLone ||
    ASKED['no ability'].test(asked) ||
    /^(?:ADP|[CS]CONJ)$/.test(words[0]?.tag ?? '')
    ? ''
    : asked.slice(0, asked.lastIndexOf(last.text) + last.text.length);
};

/** Whether a word ends nothing that could be asked for. An adjective behind a noun is none: `room key`. */
const isTorn = ({ text, tag }: TaggedWord, before: TaggedWord | undefined): boolean =>
  (/(?:ed|(?<!pp|re)ly)$/.test(text) && tag !== 'NOUN') ||
  /^(?:such|according|until|when|where|while|use|as)$|['’]s$/.test(text) ||
  (tag === 'ADJ'
    ? before?.tag !== 'NOUN' || /-|(?:al|ic|[ai]ble|ful|ous|ive)$/.test(text)
    : /^(?:ADP|AUX|CCONJ|DET|NUM|PART|PRON|PUNCT|SCONJ)$/.test(tag));

/** What an app is said to be for in its first sentence (`an app which identifies plants`), and what it will or should do anywhere. */
const purposesOf = ({ clean }: PromptText): readonly string[] => {
  const [head = ''] = clean.split(/[.!?](?:\s|$)/);
  return [...listsBehind('purposes', head), ...listsBehind('promises', clean)]
    .flatMap((list) => partsOf(list.replace(ASKED['beside a purpose'], '')))
    .map((part) => withBareVerb(bare(part)))
    .filter((part) => part.includes(' ') && !ASKED['no ability'].test(part) && doingOf(part) !== '');
};

/** `automatically segments words` asks to segment words. */
const withBareVerb = (part: string): string => {
  const [verb = '', ...object] = part.replace(/^(?!reply|apply|supply|rely)[a-z]+ly /i, '').split(' ');
  const one = singularOf(verb.toLowerCase());
  const isSaidOfIt = one !== verb && taggedWords(`to ${one}`)[1]?.tag === 'VERB';
  return [isVerb(one) || isDoingVerb(one) || isSaidOfIt ? one : verb, ...object].join(' ');
};

/** What the further clauses of a short request say is done, had or seen. */
const clausesOf = ({ clean }: PromptText): readonly string[] =>
  clean
    .split(ASKED['between clauses'])
    .slice(ASKED['two at the head'].test(clean) ? 0 : 1)
    .filter((part) => !ASKED.reasons.test(part))
    .map((part) => ({ part, asked: bare(part.replace(ASKED['who does'], '')) }))
    .filter(
      ({ part, asked }) =>
        isNamed(part) || isAmong('doings alone', part) || wordsOf(asked).filter(saysSomething).length > 1,
    )
    .map(({ asked }) => asked)
    .filter((asked) => isShort(asked) && !/\bapp\b/i.test(asked) && !ASKED['no clause'].test(asked));

/** `bait`, `line-ups`: no verb, and nothing besides. */
const isNamed = (part: string): boolean =>
  part.split(' ').length < 3 &&
  taggedWords(part).some(({ tag }) => tag !== 'ADJ' && tag !== 'ADV') &&
  clauseAt(part.split(' ')) < 0 &&
  !isVerb(wordsOf(part)[0] ?? '');

const partsBehind = (prompt: PromptText, cues: 'abilities' | 'actions'): readonly string[] => {
  const lists = listsBehind(cues, prompt.clean.replaceAll(/\s?\([^()]*\)/g, ''));
  const parts = lists
    .flatMap((list) => partsOf(list.replace(ASKED['at the start'], '').replace(EXAMPLES, '')))
    .map(bare);
  return [...new Set(parts)].filter(
    (part) => part.length > 3 && !/ (?:the|an?|of|for)$|^(?:free|private|world-wide)$/i.test(part),
  );
};

/** `industries, such as tourism and real estate` asks for neither. */
const EXAMPLES = new RegExp(
  `\\b(?:${table['classes of examples'].replaceAll(' ', '|')}),? (?:such as|including|like) .*$`,
  'i',
);

const bare = (part: string): string => part.replace(ASKED['at the start'], '').replace(ASKED['at the end'], '').trim();

const isShort = (part: string): boolean => part.split(' ').length <= MOST_WORDS;

const MOST_WORDS = 9;

/** What a long part says is done, without its reason, its means or its place. */
const cutShort = (part: string): string => (isShort(part) || doingOf(part) !== '' ? beforeTheRest(part) : '');

const beforeTheRest = (part: string): string => {
  if (isShort(part)) return part;
  const words = part.split(' ').slice(0, MOST_WORDS + 1);
  const end = words.findLastIndex((word) => ASKED['beyond the object'].test(` ${word} `));
  return words.slice(0, Math.max(end, 0)).join(' ');
};

/** The first words of what was asked for, up to where they can end. */
export const inBrief = (asked: string): string => {
  if (isShort(asked)) return /^\p{Ll}+s /u.test(asked) ? withBareVerb(asked) : asked;
  const brief = beforeTheRest(asked) || asked.split(' ').slice(0, MOST_WORDS).join(' ');
  return inWholeWords(brief, false) || brief;
};

/** Commas part a list; "and" does where a verb follows, or in front of its last part. */
const partsOf = (list: string): readonly string[] => {
  const parts = list.split(/\s?(?:,(?!\d{3})|;)\s?(?:and\s|or\s|as well as\s)?/i);
  const pieces = parts.flatMap((part, index) => {
    const isLast = parts.length > 1 && index === parts.length - 1;
    return part.split(/\s(?:and|or|plus)\s/i).reduce<string[]>((found, piece) => {
      const [first = ''] = piece.split(' ');
      if (found.length === 0 || first === 'have' || isVerb(first.toLowerCase()) || (isLast && !list.includes(', and ')))
        return [...found, piece];
      return [...found.slice(0, -1), `${found.at(-1)} and ${piece}`];
    }, []);
  });
  return pieces.map((piece, index) => withSharedObject(piece, pieces.slice(index + 1)));
};

/** `create, rename and delete folders`: all of it is done to folders. */
const withSharedObject = (piece: string, behind: readonly string[]): string => {
  const at = behind.findIndex((other) => other.includes(' '));
  const [verb = '', ...object] = behind[at]?.split(' ') ?? [];
  const isShared = [piece, ...behind.slice(0, at), verb]
    .map((word) => word.toLowerCase())
    .every((word) => isVerb(word) && /ing$/.test(piece) === /ing$/.test(word) && !ASKED['done to nothing'].test(word));
  return isShared && !object.includes('of') ? `${piece} ${object.join(' ')}` : piece;
};

/** What else a prompt says is done (`recognise birdsong`, `URL shortener`), wherever it says so; a `download system` is the app itself. */
const saidDoings = ({ clean }: PromptText): readonly string[] =>
  [...clean.matchAll(DOINGS)]
    .filter(({ index, 0: said }) => !(isCapitalised(said) && /\w $/.test(clean.slice(0, index))))
    .map(([said]) => said)
    .filter((said) => / |ing$|ion$|[eo]rs?$/.test(said) && !ASKED['the app itself'].test(said))
    .map((said) => said.replace(/\s(?:a|an|the|of|their|your|my|our|results?|according)$/i, ''));

/** `identif(?:y|i)` of identifies, `cropp?` of cropping */
const DOING_STEMS = DOING_VERBS.map((verb) =>
  verb
    .replace(/e$/, '')
    .replace(/fy$/, 'f(?:y|i)')
    .replace(/([^aeiou][aeiou])([mnpbgt])$/, '$1$2$2?'),
).join('|');

const DOINGS = new RegExp(
  `(?:\\b(?:${DOING_STEMS})(?:e|es|s|ing)?\\b(?:\\s(?!(?:and|or|to|in|on|for|with|by|from|at|when|that|so)\\b)[\\p{L}'’-]+){0,4}|(?:\\b(?!(?:and|or|the|an?|of|for|with|to|as|in|on|by|from|that|can|have|has|is|are)\\b)[\\p{L}-]+ ){0,2}\\b(?:${DOING_STEMS})(?:ers?|ors?|(?:ic)?ation|ion)\\b)(?!-)`,
  'giu',
);
