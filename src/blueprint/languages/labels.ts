import type { AppLanguage } from '../../generation/plan.js';
import table from './labels.json' with { type: 'json' };

/** By the lexicon's own word, which is English. */
const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = table;

/** A label of the lexicon in a language; any other text stays as it is. */
export const labelIn = (label: string, language: AppLanguage): string =>
  (Object.hasOwn(LABELS, label) ? LABELS[label]?.[language] : undefined) ?? label;
