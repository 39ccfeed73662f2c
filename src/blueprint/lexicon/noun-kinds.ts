import type { FieldPlan, FieldValue } from '../../generation/plan.js';
import { fieldFrom } from './field-text.js';
import table from './noun-kinds.json' with { type: 'json' };

/** What is known of a thing by the look of its noun alone: people have names, orders a state, places an address. */
export interface NounKind {
  /** Matched against the noun's last word. */
  readonly words: RegExp;
  readonly icon: string;
  readonly fields: readonly FieldPlan[];
  /** One row a record, in the fields' order; `%` stands for the thing's own name, a date is a number of days from today. */
  readonly rows: readonly (readonly FieldValue[])[];
}

const KINDS: readonly (NounKind & { readonly rowsFor: RegExp })[] = table.map(
  ({ words, icon, fields, rows, rowsFor = '' }) => ({
    words: new RegExp(words, 'i'),
    rowsFor: new RegExp(rowsFor, 'i'),
    icon,
    fields: fields.map(fieldFrom),
    rows,
  }),
);

/** The kind of an English noun; the last of the table where nothing is known of it. It begins empty where its rows would not suit. */
export const kindOf = (noun: string): NounKind => {
  const found = KINDS.find(({ words }) => words.test(noun)) ?? KINDS.at(-1);
  if (!found) throw new Error('The lexicon has no kinds of nouns');
  return { ...found, rows: found.rowsFor.test(noun) ? found.rows : [] };
};
