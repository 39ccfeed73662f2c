import type { EntityPlan, FieldPlan, FieldValue } from '../generation/plan.js';
import type { KnownEntity } from './lexicon/domain.js';
import { kindOf } from './lexicon/noun-kinds.js';
import reserved from './lexicon/reserved.json' with { type: 'json' };
import { capitalised, pluralOf, singularOf } from './nouns.js';
import { wordsOf, type Language } from './prompt-text.js';
import { isMassNoun } from './request-nouns.js';
import { sampleDate, sampleValue } from './sample-values.js';

const MAX_EXTRA_FIELDS = 3;

/** A known thing with the fields that the prompt asks for besides its own. */
export const entityFromTemplate = (
  known: KnownEntity,
  extras: readonly FieldPlan[],
  random: () => number,
): EntityPlan => {
  const added = extrasFor(known.fields, extras);
  const samples = samplesOf(known, added, random);
  return {
    name: known.name,
    label: known.label,
    plural: known.plural,
    icon: known.icon,
    fields: withAdded(known.fields, added),
    samples,
  };
};

/** A thing known only by its noun: what its kind has, and the fields that the prompt asks for. */
export const entityFromNoun = (
  noun: string,
  language: Language,
  extras: readonly FieldPlan[],
  random: () => number,
): EntityPlan => {
  const isEnglish = language === 'English' || noun === 'entries';
  // An activity is no thing: what is kept of it is a log.
  const thing = isEnglish && /[a-z]{4}ing$/i.test(noun) ? `${noun} log` : noun;
  const label = capitalised(isEnglish && !isMassNoun(thing) ? singularOf(thing) : thing);
  const plural = capitalised(isEnglish && !isMassNoun(thing) ? pluralOf(singularOf(thing)) : thing);
  const kind = kindOf(isEnglish ? singularOf(thing) : '');
  // Samples fit any world only where the noun stands alone: football news are other news.
  const rows = kind.icon === 'people-outline' || !thing.includes(' ') ? kind.rows : [];
  const added = extrasFor(kind.fields, extras);
  const samples = samplesOf({ ...kind, rows }, added, random);
  return { name: typeName(label), label, plural, icon: kind.icon, fields: withAdded(kind.fields, added), samples };
};

/** Notes stay last. */
export const withAdded = (own: readonly FieldPlan[], added: readonly FieldPlan[]): readonly FieldPlan[] => {
  const end = own.at(-1)?.type === 'longtext' ? -1 : own.length;
  return [...own.slice(0, end), ...added, ...own.slice(end)];
};

const samplesOf = (
  { fields, rows }: Pick<KnownEntity, 'fields' | 'rows'>,
  added: readonly FieldPlan[],
  random: () => number,
): EntityPlan['samples'] =>
  rows.map((row) => ({
    ...Object.fromEntries(fields.map((field, index) => [field.name, fromRow(field, row[index])])),
    ...Object.fromEntries(added.map((field) => [field.name, sampleValue(field, random)])),
  }));

const extrasFor = (own: readonly FieldPlan[], extras: readonly FieldPlan[]): readonly FieldPlan[] =>
  extras
    .filter(
      ({ name, type }) =>
        !own.some((field) => field.name === name || (field.type === type && !SEVERAL.has(type) && name !== EXPIRES)),
    )
    .slice(0, MAX_EXTRA_FIELDS);

/** Types of which a thing may have several. */
const SEVERAL: ReadonlySet<FieldPlan['type']> = new Set(['text', 'number', 'choice']);

/** The day that something expires is no other day. */
const EXPIRES = 'expires';

const fromRow = (field: FieldPlan, value: FieldValue | undefined): FieldValue => {
  if (value === undefined) throw new Error(`The lexicon has no value for ${field.name}`);
  return field.type === 'date' && typeof value === 'number' ? sampleDate(value) : value;
};

const TRANSLITERATED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
};

/** A TypeScript type's name for a label in any script; `Entry` where no Latin letter is left. */
export const typeName = (label: string): string => {
  const latin = label
    .toLowerCase()
    .replaceAll(/[äöüßæøł]/g, (letter) => TRANSLITERATED[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
  const name = (
    wordsOf(latin)
      .join(' ')
      .match(/[a-z0-9]+/g) ?? []
  )
    .map(capitalised)
    .join('')
    .replace(/^\d+(\D?)/, (_, next: string) => next.toUpperCase());
  return name === '' ? 'Entry' : RESERVED_TYPES.has(name) ? `${name}Entry` : name;
};

/** Names that the generated code or TypeScript itself already uses. */
const RESERVED_TYPES: ReadonlySet<string> = new Set(reserved.types.split(' '));
