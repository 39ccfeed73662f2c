import { colourNamed, type NamedColours } from '../blueprint/named-colours.js';
import type { PlanAnswer } from './plan-answer.js';

/** The colours that the plan of a model asks for; undefined if it names none. An unknown colour name yields a note. */
export function askedColours({
  primary,
  background,
}: PlanAnswer['palette']): { readonly colours: NamedColours; readonly notes: readonly string[] } | undefined {
  const wanted = { primary, background };
  const colours: { primary?: string; background?: string } = {};
  const notes: string[] = [];
  for (const part of ['primary', 'background'] as const) {
    const name = wanted[part].trim().slice(0, 60);
    if (name === '') continue;
    const colour = colourNamed(name);
    if (colour === undefined) notes.push(`The colour “${name}” is not known, so the theme has its own.`);
    else colours[part] = colour;
  }
  return Object.keys(colours).length + notes.length === 0 ? undefined : { colours, notes };
}
