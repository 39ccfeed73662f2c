import type { FieldPlan, FieldValue } from '../../generation/plan.js';
import { classesOf } from '../../english/word-classes.js';
import { fieldFrom } from './field-text.js';
import table from './noun-kinds.json' with { type: 'json' };

/** What is known of a thing by its noun alone: people have names, orders a state, places an address, teas a rating. */
export interface NounKind {
  /** What the table calls it: `people`. */
  readonly kind: string;
  /** Matched against the noun's last word; nothing where only its class tells the kind. */
  readonly words: RegExp | undefined;
  /** Classes of things that are of this kind, in WordNet's words. */
  readonly classes: readonly string[];
  readonly icon: string;
  readonly fields: readonly FieldPlan[];
  /** One row a record, in the fields' order; a date is a number of days from today. Only people have names of their own. */
  readonly rows: readonly (readonly FieldValue[])[];
}

const KINDS = (table as readonly KindRow[]).map(({ kind, words, is = '', icon, fields, rows }): NounKind => ({
  kind,
  words: words === undefined ? undefined : new RegExp(words, 'i'),
  classes: is.split(' '),
  icon,
  fields: fields.map(fieldFrom),
  rows,
}));

interface KindRow extends Pick<NounKind, 'kind' | 'icon' | 'rows'> {
  readonly words?: string;
  readonly is?: string;
  readonly fields: readonly string[];
}

/** The kind of an English noun: by its look, else by the nearest class that WordNet has for it; the last of the table where neither tells. */
export const kindOf = (noun: string): NounKind => {
  const [, recorded] = /^(.+) (?:record|log)$/i.exec(noun) ?? [];
  const kind = recorded === undefined ? undefined : knownKind(recorded);
  const found = kind ? datedKind(kind) : (knownKind(noun) ?? KINDS.at(-1));
  if (!found) throw new Error('The lexicon has no kinds of nouns');
  return found;
};

const knownKind = (noun: string): NounKind | undefined =>
  KINDS.find(({ words }) => words?.test(noun) === true) ??
  classesOf(noun)
    .map((name) => KINDS.find(({ classes }) => classes.includes(name)))
    .find((kind) => kind !== undefined);

/** A `transaction record` is one of a day, and has what a transaction has. */
const datedKind = (kind: NounKind): NounKind => {
  const [title, ...rest] = kind.fields;
  return title === undefined || rest.some(({ type }) => type === 'date')
    ? kind
    : { ...kind, fields: [title, DATE, ...rest], rows: [] };
};

const DATE = fieldFrom('date date!: Date');

const FIELDS: ReadonlySet<FieldPlan> = new Set(KINDS.flatMap(({ fields }) => fields));

/** Whether a field is there only because of the look of a noun: what the prompt says counts for more. */
export const isOfNounKind = (field: FieldPlan): boolean => FIELDS.has(field);
