import table from './asked-words.json' with { type: 'json' };

const { 'around an ability': around, ...patterns } = table;

/** What stands around an ability and is no part of it, in the order in which it is taken away. */
export const AROUND = around.map((pattern) => new RegExp(pattern, 'gi'));

/** Patterns of what introduces, parts and ends the things that a prompt asks for. */
export const ASKED = Object.fromEntries(
  Object.entries(patterns).map(([name, pattern]) => [name, new RegExp(pattern, 'i')]),
) as Readonly<Record<keyof typeof patterns, RegExp>>;

/** Every list that stands behind such a pattern. */
export const listsBehind = (name: keyof typeof patterns, text: string): readonly string[] =>
  [...text.matchAll(new RegExp(patterns[name], 'gi'))].map(([, list = '']) => list);
