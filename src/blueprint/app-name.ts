import { taggedWords, type TaggedWord } from '../english/tagger.js';
import table from './lexicon/request-words.json' with { type: 'json' };
import { isNoThing } from './mentioned-things.js';
import { archetypeOf } from './named-screens.js';
import { capitalised, isCapitalised, isPlural, singularOf } from './nouns.js';
import { isSmallWord, shortened, wordsOf, type PromptText } from './prompt-text.js';
import {
  BEGINS_A_CLAUSE,
  clauseAt,
  isAbstract,
  isAmong,
  isContainer,
  isManner,
  isNameIn,
  isRole,
  isVerb,
  withoutRole,
  withoutVerbs,
} from './request-nouns.js';
import { clausesOf, HEADING, NAMING, type Subject } from './subject.js';
import { trimmedEnd } from './trimmed.js';

const NAME_MAX_LENGTH = 40;
const TAGLINE_MAX_LENGTH = 110;

/** The name the prompt gives, or one made from its subject, or the domain's own, or that of its records, or what it speaks of at all. */
export const appNameOf = (prompt: PromptText, subject: Subject, domainName?: string, records?: string): string => {
  const isEnglish = prompt.language === 'English';
  const own = isEnglish ? nameOfSubject(subject, domainName !== undefined) : saidName(subject);
  const spoken = isEnglish ? spokenNames(subject) : [];
  const made = titled(spoken.find(isTelling) ?? records?.split(' ') ?? spoken[0] ?? ['My', 'App']);
  return givenName(prompt.clean) ?? own ?? domainName ?? made;
};

/** One sentence in the prompt's own words, without "create me an app". */
export const taglineOf = (subject: Subject, name: string): string => {
  const sentences = subject.request.split(/(?<=[.!?。！？])\s|\s?[;\n]\s?/u);
  const sentence = sentences.find((one) => one.length > 2) ?? subject.request;
  const words = trimmedEnd(sentence.replace(/^[^\p{L}\p{N}\p{Emoji}<]+/u, '').trim(), '.,;:。');
  return subject.phrase === '' || words === ''
    ? `${name}: everything in one place`
    : shortened(capitalised(words), TAGLINE_MAX_LENGTH);
};

const givenName = (prompt: string): string | undefined => {
  const called = NAMING.exec(prompt);
  const [first = prompt] = prompt.split(/(?<=[.!?])\s/);
  const quoted = (/["“«„「]([\p{Lu}\p{Lo}][^"“”»」]{0,39})["“”»」]/u.exec(first) ??
    /(?<=^|\s)['‘](\p{Lu}[^'‘’ ]{1,20} [^'‘’]{1,24})['’](?=\s|$)/u.exec(first))?.[1];
  const institution = INSTITUTION.exec(prompt)?.[1];
  const heading = /^\p{Lu}/u.test(prompt) ? HEADING.exec(prompt)?.[1] : undefined;
  const given = trimmedEnd((called?.[1] ?? called?.[2] ?? quoted ?? institution ?? heading ?? '').trim(), '.,;:!?');
  return wordsOf(given).length === 0
    ? undefined
    : shortened(/^\p{Ll}+$/u.test(given) ? capitalised(given) : given, NAME_MAX_LENGTH);
};

/** `for Magnolia Mental Health Clinic` */
const INSTITUTION = /\bfor (?:the )?((?:\p{Lu}\p{L}+ ){2,4}\p{Lu}\p{L}+)/u;

/** In other languages the words stay as they were written, up to where a small one would be the last: `Mareas y capturas de pesca`. */
const saidName = ({ said, isInflected }: Subject): string | undefined => {
  if (isInflected || /^(?:wie|wer|wann|wo|qui|chi|quién|quem|wat|was)(?: |$)/i.test(said)) return undefined;
  const all = said.split(' ').filter((word) => wordsOf(word).length > 0);
  const clause = all.findIndex((word, index) => index > 0 && (CLAUSES.test(word) || isDeed(word, index, all)));
  const words = clause < 0 ? all : all.slice(0, clause);
  while (isSmallWord(words[0] ?? '')) words.shift();
  while (words.length > 1 && (isSmallWord(words.at(-1) ?? '') || words.join(' ').length > 30)) words.pop();
  return words.length === 0 ? undefined : shortened(capitalised(words.join(' ')), 30);
};

/** A verb ends a name: behind a German noun (`Gedanken sammelt`), or as the second thing to do (`la pluie et visualiser l’historique`). */
const isDeed = (word: string, index: number, all: readonly string[]): boolean =>
  (/^\p{Ll}/u.test(word) && !isSmallWord(word) && all.slice(1, index).some(isCapitalised)) ||
  (/^(?:et|y|e)$/i.test(word) && /(?:[aei]r|re)$/.test(all[index + 1] ?? ''));

/** Behind these a German or Dutch name has become a sentence. */
const CLAUSES =
  /^(?:der|die|das|den|dem|unsere?|meine?|ich|wir|van|onze|mijn|que|che|bij|ik|chi|qui|quién|quem|wer|wie|zu)$/i;

/** What the request is about at its head; where that says little (`Editor`), what it says next the app is for. */
const nameOfSubject = (subject: Subject, hasDomain: boolean): string | undefined => {
  const { request, isHead } = subject;
  const phrase = subject.phrase.replaceAll(' & ', ' and ');
  const verb = orderIn(subject);
  const object = verb === undefined ? phrase : withoutVerbs(phrase.split(' ').slice(1)).join(' ');
  const first = nameOfClause(object, subject, hasDomain);
  const agent = isShort(first) ? AGENTS.get(verb ?? '') : undefined;
  if (first.length > 0 && !saysLittle(first)) return titled(agent === undefined ? first : [...oneOf(first), agent]);
  const isLone = first.length < 2;
  const role = isLone && isAmong('roles with an object', first[0]?.toLowerCase() ?? '') ? first : [];
  // A lone adjective (`an intelligent app for …`) leaves all to what follows.
  const isEnough =
    hasDomain &&
    (first.length === 0 ? !isHead || phrase.includes(' ') || isVerb(phrase.toLowerCase()) : !isHollow(first));
  const telling = (isEnough ? [] : purposesOf(subject, isLone, hasDomain))
    .map((clause) => nameOfClause(clause, subject, hasDomain))
    .find(
      (words) =>
        (words.length > 1 || role.length > 0 || (!hasDomain && isLone && isPlural(words[0] ?? ''))) &&
        !saysLittle(words) &&
        !isNameIn(words.at(-1) ?? '', request),
    );
  if (telling === undefined) return isLone || isTechnical(first) ? undefined : titled(first);
  return titled(role.length > 0 && isShort(telling) ? [...oneOf(telling), ...role] : telling);
};

/** The verb that a phrase begins with: of `remove watermarks` and `watch your films`, but not of `watch list`. */
const orderIn = ({ phrase, request }: Subject): string | undefined => {
  const [verb = ''] = phrase.split(' ');
  const base = singularOf(verb.toLowerCase());
  const isFirst = request.startsWith(verb);
  const hasObject = isPlural(phrase) || AGENTS.has(base) || (isFirst && DETERMINERS.test(request.slice(verb.length)));
  const isAim = AGENTS.has(base) && request.includes(` to ${verb} `);
  return isVerb(base) && hasObject && (isFirst || isAim) ? base : undefined;
};

const DETERMINERS = /^ (?:your|the|an?|all|my|any|this|these|those) /i;

/** What the first sentence says the app is for, or, where it begins with a list of verbs (`Store, manage, share all files`), the rest of it. */
const purposesOf = ({ request }: Subject, isLone: boolean, hasDomain: boolean): readonly string[] => {
  const [sentence = ''] = request.split(/[.?!(](?:\s|$)/);
  const parts = sentence.split(/\s(?=(?:that|which|where|with|without|for|to|using|by|from|based|featuring)\s)/i);
  const purposes = parts
    .filter((part) => (hasDomain ? /^for\s/i : /^(?:that|which|for|to)\s/i).test(part))
    .map((part) => part.replace(EXAMPLES, ''));
  return [...(isLone ? (parts[0] ?? '').split(/,\s/).slice(1) : []), ...purposes]
    .flatMap(clausesOf)
    .map((clause) => withoutVerbs(clause.split(' ')).join(' '))
    .filter((clause) => clause !== '');
};

/** Names in whatever the first two sentences speak of, where neither subject nor purpose is one. */
const spokenNames = (subject: Subject): readonly (readonly string[])[] =>
  subject.request
    .replaceAll('search engine', 'search-engine')
    .split(/[.?!]\s/)
    .slice(0, 2)
    .flatMap((sentence) => sentence.split(/ (?:of|such as|includ\w+|has|have|should) /))
    .flatMap(clausesOf)
    .map((clause) => nameOfClause(withoutVerbs(clause.split(' ')).join(' '), subject, false))
    .filter((words) => words.length > 1 && !isHollow(words));

const isTelling = (words: readonly string[]): boolean =>
  !saysLittle(words) && !isContainer(words.at(-1) ?? '') && !isNoThing(words.join(' '));

const EXAMPLES = /\s(?:includ(?:es?|ing)|such as)\s.*$/i;

const isShort = (words: readonly string[]): boolean =>
  words.length > 0 && words.length < 3 && !words.some((word) => SMALL_WORDS.test(word));

/** Words as they stand before another noun, the last one for one thing only. */
const oneOf = (words: readonly string[]): readonly string[] =>
  isCapitalised(words.at(-1) ?? '') ? words : singularOf(words.join(' ')).split(' ');

const titled = (words: readonly string[]): string => {
  const agent = words.length > 1 ? AGENTS.get(words.at(-1)?.toLowerCase() ?? '') : undefined;
  const spoken = agent === undefined ? words : [...words.slice(0, -1), agent];
  const title = spoken.map((word, index) => (index > 0 && SMALL_WORDS.test(word) ? word : capitalised(word)));
  return shortened(title.join(' '), 30);
};

/** Roles, or abstract nouns, with nothing but adjectives: `Game`, `Unofficial Version`, `Data Visualization`. */
const saysLittle = (words: readonly string[]): boolean => {
  const nouns = taggedWords(words.join(' ')).filter(
    ({ text, tag }) => tag !== 'ADJ' && tag !== 'NUM' && !SMALL_WORDS.test(text),
  );
  const says = nouns.map(({ text }) => text.toLowerCase());
  return (
    isHollow(words) ||
    says.every((word) => isRole(word) && !isAmong('roles that name an app', word)) ||
    says.every((word) => isAbstract(word) && !isRole(word) && !isAmong('roles that name an app', word)) ||
    (words.length === 1 && says.every((word) => isVerb(word) && !isRole(word)))
  );
};

/** What only says that it is software (`Review Page`, `Autoplay Functionality`, `Vue`), or an empty name. */
const isHollow = (words: readonly string[]): boolean =>
  isTechnical(words) ||
  /^(?:intelligent|.*['’]s|)$/i.test(words.at(-1) ?? '') ||
  isAmong('hollow', words.at(-1)?.toLowerCase() ?? '');

const isTechnical = (words: readonly string[]): boolean =>
  words.every((word) => SMALL_WORDS.test(word) || isAmong('technologies', word.toLowerCase()));

/** The words of a clause that may be a name; none where it says what a name cannot. */
const nameOfClause = (clause: string, { request, isHead, phrase }: Subject, hasDomain: boolean): readonly string[] => {
  const spoken = withoutRole(clause)
    .replace(/^(?:(?:how (?:much|many)|which|what|whether|when|who|where) )+| side$/gi, '')
    .split(' ')
    .filter((word) => wordsOf(word).length > 0);
  const [first = ''] = spoken;
  const all = sayable(spoken);
  if (
    (/\?/.test(request) && /^\p{Ll}+s$/u.test(first)) ||
    (spoken.length === 1 && (isManner(first) || /^\w+-\w+ing$/.test(first))) ||
    isAmong('begins of lists', all[0]?.toLowerCase() ?? '') ||
    clauseAt(all) === 0 ||
    all.every((word) => SMALL_WORDS.test(word) || word.length < 2) ||
    /^ways?$/i.test(all.at(-1) ?? '')
  )
    return [];
  const verb = all.findIndex(
    (word, index) => index > 0 && (isAmong('ends of names', word.toLowerCase()) || clauseAt(all) === index),
  );
  const words = verb > 0 ? all.slice(0, verb) : all;
  if (hasDomain && !isHead && (words.length > 5 || archetypeOf(phrase) !== undefined)) return [];
  const kept = headOf(words);
  const endsBadly = (last: string): boolean => SMALL_WORDS.test(last) || ADVERBS.test(last);
  while (kept.length > 1 && (endsBadly(kept.at(-1) ?? '') || kept.join(' ').length > 30)) kept.pop();
  return kept;
};

/** What an English name says last matters most: of five words and more the first ones go; a place goes first (`on a single page`). */
const headOf = (words: readonly string[]): string[] => {
  const place = words.findIndex(
    (word, index) =>
      index > 0 && (/^(?:on|at|around|over|nearby|during|among|like)$/i.test(word) || (word === 'into' && index > 1)),
  );
  const kept = place > 0 ? words.slice(0, place) : [...words];
  const doing = taggedWords(kept.join(' ')).findIndex(
    ({ text, tag }, index) => tag === 'VERB' && isVerb(text) && /^(?:and|or)$/.test(kept[index - 1] ?? ''),
  );
  if (doing > 1) kept.splice(doing - 1);
  const joints = kept.flatMap((word, index) => (index > 0 && SMALL_WORDS.test(word) ? [index] : []));
  if (joints.length > 0 && kept.join(' ').length <= 30) return kept;
  const joint = joints.find(
    (index) => index > 1 || !/^(?:and|or|of)$/i.test(kept[index] ?? '') || isVerb(kept[index + 1]?.toLowerCase() ?? ''),
  );
  if (joint !== undefined) {
    const [before, behind] = [kept.slice(0, joint), withoutVerbs(kept.slice(joint + 1))];
    return kept[joint] === 'and' && saysLittle(before) && behind.length > 1 ? headOf(behind) : before;
  }
  while (kept.length > 1 && (kept.length > 4 || kept.join(' ').length > 30 || SMALL_WORDS.test(kept[0] ?? '')))
    if (/^(?:calculation|information|solution|results|statistics)$/i.test(kept.at(-1) ?? '')) kept.pop();
    else kept.shift();
  return kept;
};

/** What a phrase names: `Grams of water` of `calculates grams of water`, but `Split rent` of `split rent`. */
const sayable = (spoken: readonly string[]): readonly string[] => {
  const words = taggedWords(spoken.join(' '));
  const first = words.findIndex(({ text, tag }) => NAMING_PARTS.has(tag) && !SAYS_LITTLE.test(text));
  const noun = words.findIndex(({ tag }) => tag === 'NOUN' || tag === 'PROPN');
  if (noun < 0 && words.length < 3) return [];
  const head = words[first];
  const isDoing =
    head !== undefined &&
    (isWeakVerb(head, words[first + 1]) ||
      (head.tag === 'VERB' &&
        words[first + 1]?.tag !== 'CCONJ' &&
        /(?:s|ing|ed)$/.test(head.text) &&
        !isCraft(words)) ||
      (head.tag === 'VERB' && first > 0));
  const behind = words.findIndex(
    (word, index) =>
      index > first && word.tag !== 'VERB' && NAMING_PARTS.has(word.tag) && !isWeakVerb(word, words[index + 1]),
  );
  const from = isDoing ? Math.max(behind, 0) : first;
  const rest = words.slice(from);
  while (rest[0]?.tag === 'ADJ' && rest[1]?.tag === 'CCONJ' && rest.length > 3) rest.splice(0, 2);
  const end = rest.findIndex(
    (word, index) => index > 0 && (ENDS_A_NAME.has(word.tag) || isTold(word, rest[index + 1])),
  );
  const name = rest.slice(0, end < 0 ? undefined : end);
  while (name.length > 1 && isManner(name[0]?.text ?? '')) name.shift();
  for (let last = name.at(-1); name.length > 1 && last && !isHeadNoun(last); last = name.at(-1)) name.pop();
  return name.map(({ text }) => text);
};

/** `Knitting patterns` and a `Running club`, but not `Managing patterns`. */
const isCraft = ([doing, ...others]: readonly TaggedWord[]): boolean =>
  /(?<!shar|sav)ing$/.test(doing?.text ?? '') &&
  (!isVerb(doing?.text ?? '') || (others.length === 1 && isRole(others[0]?.text ?? '')));

/** `Movies powered by`, but `a space themed game`. */
const isTold = ({ text, tag }: TaggedWord, next: TaggedWord | undefined): boolean =>
  /(?:ed|built|written|made|taken|left)$/.test(text) &&
  (tag === 'VERB' || tag === 'ADJ') &&
  !/^(?:ADJ|NOUN|PROPN)$/.test(next?.tag ?? '');

/** `directly`, but `anomaly` and `family` */
const ADVERBS = /\w{3}(?:[ct]|al|ous|ive|ful|ick)ly$/i;

/** What a name may end with: no adjective or adverb that tells of what stood before, and no verb. */
const isHeadNoun = ({ text, tag }: TaggedWord): boolean =>
  (NAMING_PARTS.has(tag) || text.endsWith('ing')) &&
  !/['’]s$/.test(text) &&
  !isManner(text) &&
  !ADVERBS.test(text) &&
  !(tag === 'ADJ' && /(?:ed|[ai]ble|ilar|ly|al|much|less|ful|ous)$/i.test(text)) &&
  !(tag === 'VERB' && !text.endsWith('ing') && isVerb(text.toLowerCase())) &&
  !SAYS_LITTLE.test(text);

const ENDS_A_NAME: ReadonlySet<string> = new Set([...BEGINS_A_CLAUSE, 'DET', 'PUNCT']);

const NAMING_PARTS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'VERB', 'NUM']);

/** `such login`, `calls` */
const SAYS_LITTLE = new RegExp(`^(?:${table['words that say little'].replaceAll(' ', '|')})$`, 'i');

/** A verb that says nothing of what an app is for, in front of what does. */
const isWeakVerb = ({ text }: TaggedWord, next: TaggedWord | undefined): boolean =>
  next !== undefined && isAmong('weak verbs', text.toLowerCase());

const SMALL_WORDS =
  /^(?:and|or|of|in|on|at|by|from|through|about|between|into|for|with|to|not|what|which|who|how|where|und|oder|y|et|e|и)$/i;

const AGENTS: ReadonlyMap<string, string> = new Map(Object.entries(table.agents));
