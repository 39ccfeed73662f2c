import type { FieldPlan } from '../../generation/plan.js';
import table from './extra-fields.json' with { type: 'json' };
import { fieldFrom } from './field-text.js';

/** A field that a word of the prompt asks for, whatever the record is. */
export interface ExtraField {
  readonly words: readonly string[];
  readonly field: FieldPlan;
}

/** At most a few of these are added to the first entity, in this order. */
export const EXTRA_FIELDS: readonly ExtraField[] = table.map(({ field, words }) => ({
  field: fieldFrom(field),
  words: words.split('|'),
}));
