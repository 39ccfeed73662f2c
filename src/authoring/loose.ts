/** An object of unknown shape. */
export type Loose = Readonly<Record<string, unknown>>;

/** Far more than any plan has; further items are ignored. */
const MAX_ITEMS = 60;

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:longtext|textarea|multiline|paragraph|richtext|markdown|notes?)$/, 'longtext'],
  [/^(?:number|int|integer|float|double|decimal|numeric|rating|duration|count|percent(?:age)?)$/, 'number'],
  [/^(?:money|currency|price|amount)$/, 'money'],
  [/^(?:date|datetime|day|timestamp)$/, 'date'],
  [/^(?:boolean|bool|checkbox|switch|toggle|flag)$/, 'boolean'],
  [/^(?:choice|enum|select|option|options|dropdown|picker|radio|category)$/, 'choice'],
  [/^(?:list|array|strings|texts|grid)$/, 'list'],
];

/** The field type that a model means by its own name for it; undefined if none fits. */
export function typeIn(value: unknown): string | undefined {
  const word = text(value)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  return TYPES.find(([words]) => words.test(word))?.[1];
}

/** The choices of a field or setting, whatever the property is called and in whatever form they come. */
export function choicesIn(value: Loose): readonly string[] {
  const choices = list(value['choices'] ?? value['options'] ?? value['values'] ?? value['enum']) ?? [];
  return choices.map((choice) => (isLoose(choice) ? text(choice['label'] ?? choice['value']) : text(choice)));
}

export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.slice(0, MAX_ITEMS).map(text).join('\n') : '';
}

export function isTrue(value: unknown): boolean {
  return value === true || /^(?:true|yes|1)$/i.test(text(value));
}

/** Reads a list that may also be an object keyed by label, or a single item, recognised by its property `own`. */
export function named(value: unknown, own: string): readonly unknown[] | undefined {
  if (!isLoose(value)) return list(value);
  if (own in value && !isLoose(value[own])) return [value];
  return Object.entries(value)
    .slice(0, MAX_ITEMS)
    .map(([label, each]) => (isLoose(each) ? { label, ...each } : { label, [own]: each }));
}

export function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value.slice(0, MAX_ITEMS) : undefined;
}

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
