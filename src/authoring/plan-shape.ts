import { pluralOf } from '../blueprint/nouns.js';
import { choicesIn, isLoose, isTrue, list, type Loose, named, text, typeIn } from './loose.js';
import { settingsShaped } from './settings-shape.js';

/**
 * Brings a plan into the shape that was asked for. Synonymous property names, values of another type and omitted properties are
 * no reason to ask the model again. Required parts that are missing stay missing.
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
    settings: settingsShaped(plan['settings'] ?? plan['preferences'] ?? plan['state']),
    palette: paletteShaped(plan['palette'] ?? plan['colors'] ?? plan['colours']),
    screens: screensShaped(plan['screens']),
  };
}

/** Whether the value looks like a plan or wraps one. */
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
  const choices = choicesIn(value);
  const type = typeIn(value['type']);
  return {
    label: text(value['label'] ?? value['name']),
    type: type === undefined || type === 'list' ? (choices.length > 1 ? 'choice' : 'text') : type,
    choices,
    unit: text(value['unit']),
    isRequired: isTrue(value['isRequired'] ?? value['required'] ?? index === 0),
    summary: /^(?:sum|average)$/.exec(text(value['summary']))?.[0] ?? 'none',
  };
}

/** Samples may come as objects; their values are then put in the order of the fields. */
function rowShaped(row: unknown, fields: readonly unknown[]): readonly string[] {
  if (Array.isArray(row)) return (list(row) ?? []).map(text);
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

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
