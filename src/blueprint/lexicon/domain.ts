import type { FieldPlan, FieldValue } from '../../generation/plan.js';

/** What the blueprint knows of one kind of app. */
export interface Domain {
  readonly id: string;
  /** The app's name where the prompt gives none. */
  readonly appName: string;
  /** Which drawing the icon shows. */
  readonly motif: Motif;
  /** Words, stems (`cook*`) and emoji that speak of this domain, in any language, lower case. */
  readonly words: readonly string[];
  readonly entities: readonly KnownEntity[];
}

/** A thing the blueprint has fields and samples for. */
export interface KnownEntity {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly icon: string;
  /** Words that name this thing, lower case, without its own singular and plural. */
  readonly words: readonly string[];
  readonly fields: readonly FieldPlan[];
  /** One row a record, in the fields' order; a date is a number of days from today. */
  readonly rows: readonly (readonly FieldValue[])[];
}

export type Motif =
  | 'pulse'
  | 'leaf'
  | 'coin'
  | 'bag'
  | 'check'
  | 'book'
  | 'bubble'
  | 'pin'
  | 'calendar'
  | 'pot'
  | 'paw'
  | 'note'
  | 'cross'
  | 'box'
  | 'flask'
  | 'spark'
  | 'play'
  | 'house';

type Extra = Partial<Pick<FieldPlan, 'unit' | 'summary'>>;

export const text = (name: string, label: string, isRequired = false): FieldPlan => ({
  name,
  label,
  type: 'text',
  isRequired,
});
export const longtext = (name: string, label: string): FieldPlan => ({
  name,
  label,
  type: 'longtext',
  isRequired: false,
});
export const date = (name: string, label: string): FieldPlan => ({ name, label, type: 'date', isRequired: true });
export const yesNo = (name: string, label: string): FieldPlan => ({ name, label, type: 'boolean', isRequired: false });
export const choice = (name: string, label: string, choices: readonly string[]): FieldPlan => ({
  name,
  label,
  type: 'choice',
  choices,
  isRequired: true,
});
export const number = (name: string, label: string, extra: Extra = {}): FieldPlan => ({
  name,
  label,
  type: 'number',
  isRequired: false,
  ...extra,
});
export const money = (name: string, label: string, extra: Extra = {}): FieldPlan => ({
  name,
  label,
  type: 'money',
  isRequired: true,
  ...extra,
});

/** Reads as a table: the thing, how it is called, its fields, its first records. The first field is its title. */
export const thing = (
  name: string,
  plural: string,
  icon: string,
  words: readonly string[],
  fields: readonly FieldPlan[],
  rows: readonly (readonly FieldValue[])[],
): KnownEntity => ({ name: name.replaceAll(' ', ''), label: sentenceCase(name), plural, icon, words, fields, rows });

const sentenceCase = (name: string): string =>
  name.charAt(0) + name.slice(1).replaceAll(/ ([A-Z])/g, (match) => match.toLowerCase());
