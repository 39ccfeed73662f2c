import type { FieldPlan, FieldValue } from '../generation/plan.js';
import { goodsOf } from './goods.js';
import { singularOf } from './nouns.js';
import { isLong, wordsOf, type PromptText } from './prompt-text.js';
import type { Domain, KnownEntity } from './lexicon/domain.js';
import { isAbstract, isAmong, isVerb } from './request-nouns.js';
import type { Subject } from './subject.js';

/**
 * The things of a kind of app; without their records and their choices where the request is more particular than the lexicon knows: the
 * events of a church are no jazz nights, and whoever specifies an app has a world of their own.
 */
export const fittingThings = (domain: Domain, subject: Subject, prompt: PromptText): readonly KnownEntity[] =>
  prompt.language === 'English' &&
  (isLong(prompt) || (goodsOf(prompt) === undefined && particularWords(domain, subject).length > 0))
    ? domain.entities.map(ofAnyWorld)
    : domain.entities;

const particularWords = (domain: Domain, { phrase }: Subject): readonly string[] => {
  const known = new Set(
    [...domain.words, ...domain.entities.flatMap(({ label, plural, words }) => [label, plural, ...words])]
      .flatMap(wordsOf)
      .map(stemOf),
  );
  const isParticular = (word: string): boolean =>
    word.length > 2 && !isAmong('neutral', word) && !isVerb(word) && !isAbstract(word) && !known.has(stemOf(word));
  return wordsOf(phrase).filter(isParticular);
};

/** What is true of a thing in every world: people have names everywhere, but no board and no genres. */
export const ofAnyWorld = (entity: KnownEntity): KnownEntity => {
  const columns = entity.fields.flatMap((field, index) => (isOfOneWorld(field) ? [] : [{ field, index }]));
  const isOfPeople = entity.icon === 'people-outline';
  return {
    ...entity,
    fields: columns.map(({ field }) => field),
    rows: isOfPeople ? entity.rows.map((row) => columns.map(({ field, index }) => namesOnly(field, row[index]))) : [],
  };
};

/** `Kind = Strategy, Party, Puzzle`; the state of an order is one everywhere. */
const isOfOneWorld = ({ name, type }: FieldPlan): boolean =>
  type === 'choice' && !/^(?:status|condition|priority|result|answer|period)$/.test(name);

const namesOnly = ({ name, type }: FieldPlan, value: FieldValue = ''): FieldValue =>
  (type === 'text' || type === 'longtext') && !/^(?:title|phone|email)$/.test(name) ? '' : value;

const stemOf = (word: string): string => singularOf(word).slice(0, 5);
