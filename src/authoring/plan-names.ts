import { typeName } from '../blueprint/entity-plan.js';

/** A camelCase property for a label in any script. */
export function propertyName(label: string): string {
  const type = typeName(label);
  return type.charAt(0).toLowerCase() + type.slice(1);
}

/** The name, with a number where it is taken: labels in other scripts than ours have no name of their own. Takes it. */
export function distinct(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
  taken.add(free);
  return free;
}

/** One line, cut. */
export function short(text: string, length: number): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, length).trim();
}

/** The choices that people can distinguish. */
export function shortChoices(choices: readonly string[]): readonly string[] {
  return [...new Set(choices.map((choice) => short(choice, 30)).filter(Boolean))].slice(0, 8);
}
