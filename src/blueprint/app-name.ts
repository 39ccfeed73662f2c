import { taggedWords, type TaggedWord } from './english.js';
import table from './lexicon/request-words.json' with { type: 'json' };
import { archetypeOf } from './named-screens.js';
import { capitalised, isCapitalised } from './nouns.js';
import { isSmallWord, shortened, wordsOf, type PromptText } from './prompt-text.js';
import { BEGINS_A_CLAUSE, clauseAt, isAbstract } from './request-nouns.js';
import { HEADING, NAMING, type Subject } from './subject.js';
import { trimmedEnd } from './trimmed.js';

const NAME_MAX_LENGTH = 40;
const TAGLINE_MAX_LENGTH = 110;

/** The name the prompt gives, or one made from its subject, or the domain's own. */
export const appNameOf = (prompt: PromptText, subject: Subject, domainName: string | undefined): string | undefined =>
  givenName(prompt.clean) ??
  (prompt.language === 'English' ? nameOfSubject(subject, domainName !== undefined) : saidName(subject)) ??
  domainName;

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
const saidName = ({ said, request, isInflected }: Subject): string | undefined => {
  if (isInflected || /^(?:wie|wer|wann|wo|qui|chi|quién|quem|wat|was)(?: |$)/i.test(said)) return undefined;
  const all = said.split(' ').filter((word) => wordsOf(word).length > 0);
  const clause = all.findIndex((word, index) => index > 0 && (CLAUSES.test(word) || isDeed(word, index, all)));
  const words = clause < 0 ? all : all.slice(0, clause);
  while (isSmallWord(words[0] ?? '')) words.shift();
  if (request.includes('?')) return undefined;
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

const nameOfSubject = ({ phrase, isHead, request }: Subject, hasDomain: boolean): string | undefined => {
  const spoken = phrase
    .replace(/^(?:(?:how (?:much|many)|which|what|whether|when|who|where) )+| side$/gi, '')
    .split(' ')
    .filter((word) => wordsOf(word).length > 0);
  const [first = ''] = spoken;
  const all = sayable(spoken);
  if (
    (/\?/.test(request) && /^\p{Ll}+s$/u.test(first)) ||
    (spoken.length === 1 && /^\w+-(?:code|side|based|oriented|level|end|rich)$/i.test(first)) ||
    LIST_WORDS.test(all[0] ?? '') ||
    clauseAt(all) === 0 ||
    all.every(
      (word) => SMALL_WORDS.test(word) || ROLE_ALONE.test(word) || (all.length === 1 && isAbstract(word.toLowerCase())),
    )
  )
    return undefined;
  const verb = all.findIndex((word, index) => index > 0 && (VERBS.test(word) || clauseAt(all) === index));
  const words = verb > 0 ? all.slice(0, verb) : all;
  if (hasDomain && !isHead && (words.length > 3 || archetypeOf(phrase) !== undefined)) return undefined;
  const kept = headOf(words);
  while (kept.length > 1 && (SMALL_WORDS.test(kept.at(-1) ?? '') || kept.join(' ').length > 30)) kept.pop();
  const last = kept.at(-1)?.toLowerCase();
  const agent = kept.length > 1 && last !== undefined ? AGENTS.get(last) : undefined;
  const titled = kept.map((word, index) =>
    index === kept.length - 1 && agent !== undefined
      ? agent
      : index > 0 && SMALL_WORDS.test(word)
        ? word
        : capitalised(word),
  );
  return titled.length === 0 ? undefined : shortened(titled.join(' '), 30);
};

/** What an English name says last matters most: of five words and more the first ones go; a place goes first (`on a single page`). */
const headOf = (words: readonly string[]): string[] => {
  const place = words.findIndex((word, index) => index > 0 && /^(?:on|at)$/i.test(word));
  const kept = place > 0 ? words.slice(0, place) : [...words];
  const joint = kept.findIndex((word, index) => index > 0 && SMALL_WORDS.test(word));
  if (joint > 0) return kept.join(' ').length > 30 ? kept.slice(0, Math.max(joint, 2)) : kept;
  while (kept.length > 1 && (kept.length > 4 || kept.join(' ').length > 30)) kept.shift();
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
    (isWeakVerb(head, words[first + 1]) || (head.tag === 'VERB' && (first > 0 || /(?:s|ing|ed)$/.test(head.text))));
  const behind = words.findIndex(
    (word, index) =>
      index > first && word.tag !== 'VERB' && NAMING_PARTS.has(word.tag) && !isWeakVerb(word, words[index + 1]),
  );
  const from = isDoing ? Math.max(behind, 0) : first;
  const rest = words.slice(from);
  const end = rest.findIndex(({ tag }, index) => index > 0 && ENDS_A_NAME.has(tag));
  const name = rest.slice(0, end < 0 ? undefined : end);
  while (name.length > 1 && !NAMING_PARTS.has(name.at(-1)?.tag ?? '')) name.pop();
  return name.map(({ text }) => text);
};

const ENDS_A_NAME: ReadonlySet<string> = new Set([...BEGINS_A_CLAUSE, 'DET', 'PUNCT']);

const NAMING_PARTS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'VERB', 'NUM']);

/** `such login`, `calls` */
const SAYS_LITTLE = /^(?:such|called|many|more|other)$/i;

/** A verb that says nothing of what an app is for, in front of what does. */
const isWeakVerb = ({ text }: TaggedWord, next: TaggedWord | undefined): boolean =>
  next !== undefined && WEAK_VERBS.test(text);

const WEAK_VERBS =
  /^(?:fix|(?:re)?solve|capture|gather|collect|discover|see|repair|modify|improve|optimi[sz]e|redesign|show|view|manage|let|tell|generate|convert|handle|process|display|update|provide|integrate|help|get|find|make|use|showcase|start|introduce|keep|create|send|take|give|run|play|execute|upload|download|modify|analy[sz]e|calculate|deliver|automate)s?$/i;

const ROLE_ALONE = /^(?:tracker|function|tool|system|platform|custom-built)$/i;

/** What begins a list of screens names no app; a verb ends its name. */
const LIST_WORDS = /^(?:includ(?:e|es|ing)|screens?|pages?|tabs?|features?|sections?)$/i;
const VERBS =
  /^(?:selling|using|having|featuring|including|showing|offering|containing|based|related|designed|dedicated|called|named|allowing|providing|supporting|used|made)$/i;

const SMALL_WORDS =
  /^(?:and|or|of|in|on|at|by|from|through|about|between|into|for|with|to|not|what|which|who|how|where|und|oder|y|et|e|и)$/i;

const AGENTS: ReadonlyMap<string, string> = new Map(Object.entries(table.agents));
