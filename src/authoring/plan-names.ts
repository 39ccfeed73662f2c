import { typeName } from '../blueprint/entity-plan.js';

/** A camelCase property name for a label in any script. */
export function propertyName(label: string): string {
  const type = typeName(label);
  return type.charAt(0).toLowerCase() + type.slice(1);
}

/** Returns the name, with a number if it is taken, and adds it to `taken`. Labels in non-Latin scripts often give the same name. */
export function distinct(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
  taken.add(free);
  return free;
}

/** The text on one line, truncated to `length` characters. */
export function short(text: string, length: number): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, length).trim();
}

/** The distinct choices, truncated to 30 characters; at most eight. */
export function shortChoices(choices: readonly string[]): readonly string[] {
  return [...new Set(choices.map((choice) => short(choice, 30)).filter(Boolean))].slice(0, 8);
}
