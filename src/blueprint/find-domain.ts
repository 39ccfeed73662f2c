import type { Domain } from './lexicon/domain.js';
import { DOMAINS } from './lexicon/domains.js';
import requestWords from './lexicon/request-words.json' with { type: 'json' };
import { pluralOf, singularOf } from './nouns.js';
import { isLong, readPrompt, wordsOf, type PromptText } from './prompt-text.js';
import type { Subject } from './subject.js';

/**
 * The kind of app that most of the prompt's words speak of: its subject, or several words that have nothing to do with each other.
 * Undefined where none does: one word somewhere chooses no world.
 */
export const findDomain = (prompt: PromptText, subject: Subject): Domain | undefined => {
  const head = subject.phrase === '' ? prompt : readPrompt(subject.said);
  const kept = isLong(prompt) ? undefined : keptThing(subject);
  const scored = DOMAINS.filter((domain) => kept === undefined || keeps(domain, kept, head)).map((domain) => ({
    domain,
    score: scoreOf(domain, prompt, head),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { domain: DOMAINS[0], score: 0 });
  return best.domain && best.score > 0 && isAgreed(best.domain, prompt, head) ? best.domain : undefined;
};

/** What a subject says is collected or listed (`sneaker collection`, `inventory of chemicals`) or stands somewhere (`spices in my kitchen`). */
const keptThing = ({ said }: Subject): string | undefined => {
  const [, listed, of, placed] = KEPT.exec(said) ?? [];
  return listed ?? of ?? placed;
};

/** The same where it is one word, in the plural: whatever else the word may be, of a collection it is a noun. */
export const keptNoun = (subject: Subject): string | undefined => {
  const kept = keptThing(subject);
  return kept === undefined || /\s|ing$/i.test(kept) ? undefined : pluralOf(singularOf(kept.toLowerCase()));
};

const containers = requestWords['collections'].replaceAll(' ', '|');

const KEPT = new RegExp(
  `^(?:(.+) (?:${containers})(?: (?:in|on|at|from|for|by|with|of|I|we) .*)?|(?:${containers}) of (?:my |our |the |all )*(.+?)(?: \\p{L}+ly)?(?: (?:in|on|at|from|for|by|with|I|we) .*)?|(\\p{L}+s) (?:in|on|at) .+)$`,
  'iu',
);

/** Whether a kind of app keeps such things itself: a shop knows the word sneakers, but it keeps products and orders. */
const keeps = (domain: Domain, kept: string, head: PromptText): boolean => {
  const { words, entities, sells } = domain;
  const thing = readPrompt(wordsOf(kept).at(-1) ?? '');
  return (
    countsAnything(domain) ||
    words.some((word) => word.includes(' ') && head.find(word) >= 0) ||
    [
      ...(sells ? [] : words),
      ...entities.flatMap(({ label, plural }) => [label.toLowerCase(), plural.toLowerCase()]),
    ].some((word) => thing.find(word) === 0)
  );
};

/** An inventory holds whatever the prompt says. */
export const countsAnything = ({ id }: Domain): boolean => id === 'inventory';

const isAgreed = (domain: Domain, prompt: PromptText, head: PromptText): boolean =>
  isSpokenOf(domain, prompt) || (!isLong(prompt) && domain.words.some((word) => head.find(word) >= 0));

/** Whether several words speak of a kind of app and its things: a word and its plural count once, and so do two that stand in one place. */
export const isSpokenOf = (domain: Domain, prompt: PromptText): boolean => {
  const names = domain.entities.flatMap(({ label, plural, words }) => [
    label.toLowerCase(),
    plural.toLowerCase(),
    ...words,
  ]);
  const said = [...domain.words, ...names].filter((word) => prompt.find(word) >= 0);
  const places = new Set(said.map((word) => prompt.find(word)));
  return places.size > 1 && new Set(said.map((word) => singularOf(word.replace('*', '')).slice(0, 5))).size > 1;
};

/** A word of the subject weighs three times one that stands elsewhere, its last word most: a flower shop is a shop. */
const scoreOf = (domain: Domain, prompt: PromptText, head: PromptText): number =>
  domain.words.reduce(
    (score, word) => {
      if (prompt.find(word) < 0) return score;
      const place = head.find(word);
      // Of two that "and" joins, neither is the other's noun.
      const isNoun = !/\s(?:&|and)\s/i.test(head.clean) && isLastWord(word, head);
      const more = place < 0 ? 0 : 2 + place / 1000 + Number(isNoun);
      // `liste de courses` says more than `courses` does.
      return score + (1 + more) * word.split(' ').length;
    },
    scoreOfThings(domain, head),
  );

const isLastWord = (word: string, { words }: PromptText): boolean => {
  const last = words.at(-1) ?? '';
  return word.endsWith('*') ? last.startsWith(word.slice(0, -1)) : last === word;
};

/** The names of a domain's things speak for it only within the subject. */
const scoreOfThings = (domain: Domain, head: PromptText): number =>
  domain.entities.some(({ label, plural, words }) =>
    [label.toLowerCase(), plural.toLowerCase(), ...words].some((word) => head.find(word) >= 0),
  )
    ? 0.5
    : 0;
