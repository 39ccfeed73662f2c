import type { FieldPlan, FieldType } from '../../generation/plan.js';
import table from './detail-nouns.json' with { type: 'json' };

/** What kind of value a detail has; a title names the thing itself, and pictures are no field. */
export type DetailKind = Pick<FieldPlan, 'unit' | 'isYear'> & { readonly type: FieldType | 'title' | 'picture' };

const KINDS: readonly { readonly words: string; readonly kind: DetailKind }[] = table.map(({ words, type, unit }) => ({
  words,
  kind: {
    type: (type === 'year' ? 'number' : type) as DetailKind['type'],
    ...(unit !== undefined && { unit }),
    ...(type === 'year' && { isYear: true }),
  },
}));

/** Where the word stands that says what a detail is: a `release date` is a date, and so are an `Erscheinungsdatum` and a `date de sortie`. */
export type HeadPlace = 'last' | 'compound' | 'first';

const AROUND: Readonly<Record<HeadPlace, readonly [string, string]>> = {
  last: ['(?:^|[ -])(?:', ')$'],
  compound: ['(?:', ')$'],
  first: ['^(?:', ')(?: |$)'],
};

const EXPRESSIONS = new Map<HeadPlace, readonly (readonly [RegExp, DetailKind])[]>(
  (Object.keys(AROUND) as HeadPlace[]).map((place) => [
    place,
    KINDS.map(({ words, kind }) => [new RegExp(AROUND[place].join(words), 'iu'), kind]),
  ]),
);

/** The kind of a detail by its head; undefined: no such detail is known. */
export const detailKindOf = (head: string, place: HeadPlace): DetailKind | undefined =>
  EXPRESSIONS.get(place)?.find(([words]) => words.test(head))?.[1];
