import { goodsOf } from './goods.js';
import { singularOf } from './nouns.js';
import { wordsOf, type PromptText } from './prompt-text.js';
import type { Domain, KnownEntity } from './lexicon/domain.js';
import requestWords from './lexicon/request-words.json' with { type: 'json' };
import { isAbstract, isVerb } from './request-nouns.js';
import type { Subject } from './subject.js';

/**
 * The things of a kind of app, without their records where the subject is more particular than the lexicon knows: the events of a church
 * are no jazz nights. People have names everywhere.
 */
export const fittingThings = (domain: Domain, subject: Subject, prompt: PromptText): readonly KnownEntity[] =>
  prompt.language === 'English' && goodsOf(prompt) === undefined && particularWords(domain, subject).length > 0
    ? domain.entities.map(withoutRows)
    : domain.entities;

const particularWords = (domain: Domain, { phrase }: Subject): readonly string[] => {
  const known = new Set(
    [...domain.words, ...domain.entities.flatMap(({ label, plural, words }) => [label, plural, ...words])]
      .flatMap(wordsOf)
      .map(stemOf),
  );
  const isParticular = (word: string): boolean =>
    word.length > 2 && !NEUTRAL.has(word) && !isVerb(word) && !isAbstract(word) && !known.has(stemOf(word));
  return wordsOf(phrase).filter(isParticular);
};

export const withoutRows = (entity: KnownEntity): KnownEntity =>
  entity.icon === 'people-outline' ? entity : { ...entity, rows: [] };

const stemOf = (word: string): string => singularOf(word).slice(0, 5);

const NEUTRAL: ReadonlySet<string> = new Set(requestWords.neutral.split(' '));
