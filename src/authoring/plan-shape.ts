import { pluralOf } from '../blueprint/nouns.js';

type Loose = Readonly<Record<string, unknown>>;

/** Far more than any plan has: what is beyond it is not looked at. */
const MAX_ITEMS = 60;

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:longtext|textarea|multiline|paragraph|richtext|markdown|notes?)$/, 'longtext'],
  [/^(?:number|int|integer|float|double|decimal|numeric|rating|duration|count|percent(?:age)?)$/, 'number'],
  [/^(?:money|currency|price|amount)$/, 'money'],
  [/^(?:date|datetime|day|timestamp)$/, 'date'],
  [/^(?:boolean|bool|checkbox|switch|toggle|flag)$/, 'boolean'],
  [/^(?:choice|enum|select|option|options|dropdown|picker|radio|category)$/, 'choice'],
];

/**
 * What a model has said of a plan, in the shape that it was asked for: names of the same meaning, values of another type and what is
 * left out are no reason to ask again. What is not there at all stays away.
 */
export function planShaped(value: unknown): unknown {
  const plan = unwrapped(value);
  if (!plan) return value;
  const entities = plan['entities'] ?? plan['collections'] ?? plan['things'];
  return {
    ...plan,
    name: text(plan['name'] ?? plan['app_name'] ?? plan['appName'] ?? plan['title']),
    tagline: text(plan['tagline'] ?? plan['description'] ?? plan['subtitle']),
    entities: named(entities, 'fields')?.map(entityShaped) ?? entities,
    palette: paletteShaped(plan['palette'] ?? plan['colors'] ?? plan['colours']),
    screens: screensShaped(plan['screens']),
  };
}

/** Whether an object is, or holds as its only one, something like a plan. */
export function isLikePlan(value: unknown): boolean {
  const plan = unwrapped(value);
  return plan !== undefined && ['entities', 'collections', 'things', 'tagline'].some((key) => key in plan);
}

function unwrapped(value: unknown): Loose | undefined {
  if (!isLoose(value)) return undefined;
  if ('entities' in value || 'name' in value) return value;
  const inner = Object.values(value).find((each) => isLoose(each) && 'entities' in each);
  return isLoose(inner) ? inner : value;
}

function entityShaped(value: unknown): unknown {
  if (!isLoose(value)) return value;
  const label = text(value['label'] ?? value['name'] ?? value['singular']);
  const given = named(value['fields'] ?? value['properties'], 'type');
  const fields = given?.map((field, index) => fieldShaped(field, index)) ?? value['fields'];
  const samples = list(value['samples'] ?? value['examples'] ?? value['records']) ?? [];
  return {
    label,
    plural: text(value['plural']) || pluralOf(label),
    icon: text(value['icon']),
    fields,
    samples: samples.map((row) => rowShaped(row, given ?? [])),
  };
}

function fieldShaped(value: unknown, index: number): unknown {
  if (typeof value === 'string') {
    return { label: value, type: 'text', choices: [], unit: '', isRequired: index === 0, summary: 'none' };
  }
  if (!isLoose(value)) return value;
  const choices = list(value['choices'] ?? value['options'] ?? value['values'] ?? value['enum']) ?? [];
  const type = text(value['type'])
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  return {
    label: text(value['label'] ?? value['name']),
    type: TYPES.find(([words]) => words.test(type))?.[1] ?? (choices.length > 1 ? 'choice' : 'text'),
    choices: choices.map((choice) => (isLoose(choice) ? text(choice['label'] ?? choice['value']) : text(choice))),
    unit: text(value['unit']),
    isRequired: isTrue(value['isRequired'] ?? value['required'] ?? index === 0),
    summary: /^(?:sum|average)$/.exec(text(value['summary']))?.[0] ?? 'none',
  };
}

/** A record may come as an object; its values stand in the fields' order then. */
function rowShaped(row: unknown, fields: readonly unknown[]): readonly string[] {
  if (Array.isArray(row)) return row.slice(0, MAX_ITEMS).map(text);
  if (!isLoose(row)) return [];
  const values = new Map(Object.entries(row).map(([key, value]) => [letters(key), value]));
  return fields.map((field) => {
    const named = isLoose(field) ? [field['label'], field['name']] : [field];
    return text(named.map((name) => values.get(letters(text(name)))).find((value) => value !== undefined));
  });
}

function paletteShaped(value: unknown): { readonly primary: string; readonly background: string } {
  const [first, second] = list(value) ?? [];
  const named = isLoose(value) ? value : { primary: first, background: second };
  return {
    primary: text(named['primary'] ?? named['accent'] ?? named['main']),
    background: text(named['background'] ?? named['ground']),
  };
}

function screensShaped(value: unknown): unknown {
  if (value === undefined || value === null) return [];
  if (isLoose(value)) return Object.entries(value).map(([screen, brief]) => ({ screen, brief: briefOf(brief) }));
  const screens = list(value);
  return screens?.map((each) =>
    isLoose(each)
      ? { screen: text(each['screen'] ?? each['name'] ?? each['title']), brief: briefOf(each) }
      : { screen: text(each), brief: '' },
  );
}

function briefOf(value: unknown): string {
  return isLoose(value) ? text(value['brief'] ?? value['description'] ?? value['purpose']) : text(value);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.slice(0, MAX_ITEMS).map(text).join('\n') : '';
}

function isTrue(value: unknown): boolean {
  return value === true || /^(?:true|yes|1)$/i.test(text(value));
}

/** A list may come as an object by its items' labels, or as its one item, which has the property `own`. */
function named(value: unknown, own: string): readonly unknown[] | undefined {
  if (!isLoose(value)) return list(value);
  if (own in value && !isLoose(value[own])) return [value];
  return Object.entries(value)
    .slice(0, MAX_ITEMS)
    .map(([label, each]) => (isLoose(each) ? { label, ...each } : { label, [own]: each }));
}

function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value.slice(0, MAX_ITEMS) : undefined;
}

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
