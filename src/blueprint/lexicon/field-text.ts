import type { FieldPlan, FieldType } from '../../generation/plan.js';

const FIELD =
  /^(?<name>\w+) (?<type>\w+)(?<required>!?)(?<extras>(?: [^:\s]+)*): (?<label>[^=]+?)(?: = (?<choices>.+))?$/u;

/**
 * A field as the lexicon writes it, `amount money! sum: Amount`: its name, its type, `!` where it is required; `sum` or `average`,
 * `>` where it links to, `~` its unit with `_` for a space, `year`; behind the colon its label, and `= A, B` its choices.
 */
export const fieldFrom = (line: string): FieldPlan => {
  const { name = '', type = '', required, extras = '', label = '', choices } = FIELD.exec(line)?.groups ?? {};
  if (name === '') throw new Error(`No field can be read from ${JSON.stringify(line)}`);
  const words = extras.split(' ');
  const startingWith = (mark: string): string | undefined => words.find((word) => word.startsWith(mark))?.slice(1);
  const to = startingWith('>');
  const unit = startingWith('~')?.replaceAll('_', ' ');
  const summary = words.includes('sum') ? 'sum' : words.includes('average') ? 'average' : undefined;
  return {
    name,
    label,
    type: type as FieldType,
    isRequired: required === '!',
    ...(to !== undefined && { to }),
    ...(unit !== undefined && { unit }),
    ...(summary && { summary }),
    ...(words.includes('year') && { isYear: true }),
    ...(choices !== undefined && { choices: choices.split(', ') }),
  };
};

/** `CareTask` → `Care task`. */
export const labelFrom = (name: string): string =>
  name.charAt(0) + name.slice(1).replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
