import type { FieldPlan, FieldValue } from '../../generation/plan.js';
import { fieldFrom } from './field-text.js';
import table from './noun-kinds.json' with { type: 'json' };

/** What is known of a thing by the look of its noun alone: people have names, orders a state, places an address. */
export interface NounKind {
  /** Matched against the noun's last word. */
  readonly words: RegExp;
  readonly icon: string;
  readonly fields: readonly FieldPlan[];
  /** One row a record, in the fields' order; a date is a number of days from today. Only people have names of their own. */
  readonly rows: readonly (readonly FieldValue[])[];
}

const KINDS: readonly NounKind[] = table.map(({ words, icon, fields, rows }) => ({
  words: new RegExp(words, 'i'),
  icon,
  fields: fields.map(fieldFrom),
  rows,
}));

/** The kind of an English noun; the last of the table where nothing is known of it. */
export const kindOf = (noun: string): NounKind => {
  const found = KINDS.find(({ words }) => words.test(noun)) ?? KINDS.at(-1);
  if (!found) throw new Error('The lexicon has no kinds of nouns');
  return found;
};

const FIELDS: ReadonlySet<FieldPlan> = new Set(KINDS.flatMap(({ fields }) => fields));

/** Whether a field is there only because of the look of a noun: what the prompt says counts for more. */
export const isOfNounKind = (field: FieldPlan): boolean => FIELDS.has(field);
