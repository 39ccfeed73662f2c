import type { FieldValue } from '../../generation/plan.js';
import type { KnownEntity } from '../lexicon/domain.js';
import { fieldFrom, labelFrom } from '../lexicon/field-text.js';
import { capitalised, singularOf } from '../nouns.js';
import type { PromptText } from '../prompt-text.js';
import table from './things.json' with { type: 'json' };

/** A kind of record as `things.json` has it. */
interface ThingData {
  /** Absent: made from the name. */
  readonly label?: string;
  readonly plural: string;
  readonly icon: string;
  /** Names of the lexicon's things that it takes the place of. */
  readonly for?: string;
  /** What else the prompt may call it: plurals, or `single/plural`. */
  readonly called?: string;
  /** `amount money! sum: Amount`: name, type, `!` where required, what else there is to say; its label; `= A, B` the choices. */
  readonly fields: readonly string[];
  /** Words without which its own records would not suit the app: it begins empty then. Absent: they suit any. */
  readonly suits?: string;
  /** A date is a number of days from today, `@2` the third record of the linked kind. */
  readonly rows: readonly (readonly FieldValue[])[];
  /** What stands in its place where the prompt says so. */
  readonly variants?: readonly (Partial<Omit<ThingData, 'variants'>> & { readonly says: string })[];
}

const THINGS: Readonly<Record<string, ThingData>> = table;

/** The kinds of records with these names, and those that they link to, as this prompt calls them. */
export const thingsNamed = (names: readonly string[], prompt: PromptText): readonly KnownEntity[] => {
  const all = withLinked(names, prompt);
  const things = all.flatMap((name) => thingOf(name, prompt) ?? []);
  return things.map((thing) => linkedRows(labelledLinks(thing, things), things));
};

/** The lexicon's things that these stand for. */
export const replacedBy = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => [name, ...(THINGS[name]?.for?.split(' ') ?? [])]));

/** What else people call this kind of record, and words that choose a variant of it. */
const otherNamesOf = (name: string): readonly string[] => {
  const { for: replaced = '', called = '', variants = [] } = THINGS[name] ?? {};
  return [replaced, called, ...variants.map(({ says }) => says)];
};

/** Whether a noun is one of this kind of record under another name: air tickets are offers of a travel booking. */
export const standsFor = (name: string, noun: string): boolean => {
  const { variants = [] } = THINGS[name] ?? {};
  const names = otherNamesOf(name).join(' ').toLowerCase().split(/[\s/]/);
  return [noun, singularOf(noun)].some(
    (form) => names.includes(form.toLowerCase()) || variants.some(({ says }) => saysAny(form, says)),
  );
};

/** Whether a text speaks of these words: an expression without its borders. */
export const saysAny = (text: string, words: string): boolean => expressionOf(words).test(text);

/** What a text says of these words, as it is written there. */
export const wordsSaid = (text: string, words: string): readonly string[] =>
  expressionOf(words).exec(text)?.slice(0, 1) ?? [];

const expressionOf = (words: string): RegExp => {
  const known = EXPRESSIONS.get(words) ?? new RegExp(`(?<!${SPACED})(?:${words})(?!${SPACED})`, 'iu');
  EXPRESSIONS.set(words, known);
  return known;
};

/** Letters of scripts whose words stand apart: in the others a word ends where the next begins. */
const SPACED = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}]';

/** Those of the rules: they are asked about every prompt. */
const EXPRESSIONS = new Map<string, RegExp>();

const withLinked = (names: readonly string[], prompt: PromptText): readonly string[] => {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, to] of (dataOf(name, prompt)?.fields ?? []).join('\n').matchAll(/ >(\w+)/g))
      if (to !== undefined) visit(to);
  };
  names.forEach(visit);
  return [...found];
};

const dataOf = (name: string, prompt: PromptText): ThingData | undefined => {
  const plain = THINGS[name];
  if (plain === undefined) return undefined;
  const variant = plain.variants?.find(({ says }) => saysAny(prompt.clean, says));
  const isSuited = plain.suits === undefined || saysAny(prompt.clean, plain.suits);
  return { ...plain, rows: isSuited ? plain.rows : [], ...variant };
};

const thingOf = (name: string, prompt: PromptText): KnownEntity | undefined => {
  const data = dataOf(name, prompt);
  if (data === undefined) return undefined;
  const label = data.label ?? labelFrom(name);
  const called = calledIn(data, prompt);
  return {
    name,
    label: called?.[0] ?? label,
    plural: called?.[1] ?? data.plural,
    icon: data.icon,
    words: [],
    fields: data.fields.map(fieldFrom),
    rows: data.rows,
  };
};

/** What the prompt calls the thing, where it has another word for it. */
const calledIn = ({ called = '', plural }: ThingData, prompt: PromptText): readonly [string, string] | undefined => {
  if (prompt.find(plural.toLowerCase()) >= 0) return undefined;
  const word = called
    .split(' ')
    .find((one) => one !== '' && one.split('/').some((form) => prompt.find(form.toLowerCase()) >= 0));
  if (word === undefined) return undefined;
  const [single = word] = word.includes('/') ? word.split('/') : [singularOf(word)];
  return [capitalised(single), capitalised(pluralIn(word))];
};

const pluralIn = (word: string): string => word.split('/').at(-1) ?? word;

/** Where a tool is called a book, so is the field that leads to it. */
const labelledLinks = (thing: KnownEntity, things: readonly KnownEntity[]): KnownEntity => ({
  ...thing,
  fields: thing.fields.map((field) => {
    const target = things.find(({ name }) => name === field.to);
    const isGeneric = target !== undefined && (field.label === 'What' || field.label === labelFrom(target.name));
    return isGeneric ? { ...field, label: target.label } : field;
  }),
});

/** `@2` in a link becomes the title of the third record there; what leads to nothing begins empty as well. */
const linkedRows = (thing: KnownEntity, things: readonly KnownEntity[]): KnownEntity => ({
  ...thing,
  rows: thing.rows
    .filter((row) => isLinked(row, thing, things))
    .map((row) =>
      row.map((value, column) => {
        const target = things.find(({ name }) => name === thing.fields[column]?.to);
        const title = (place: string): string => {
          const at = place.startsWith('@') ? target?.rows[Number(place.slice(1))]?.[0] : undefined;
          return at === undefined ? place : String(at);
        };
        if (target === undefined) return value;
        return Array.isArray(value) ? (value as readonly string[]).map(title) : title(String(value));
      }),
    ),
});

const isLinked = (row: readonly FieldValue[], { fields }: KnownEntity, things: readonly KnownEntity[]): boolean =>
  row.every((value, column) => {
    const target = things.find(({ name }) => name === fields[column]?.to);
    const place = /^@(\d+)$/.exec(String(value))?.[1];
    return place === undefined || target === undefined || target.rows[Number(place)] !== undefined;
  });
