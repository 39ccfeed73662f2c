import { jsonrepair } from 'jsonrepair';

/** A plan is shorter; mending takes longer than reading. */
const MAX_MENDED_CHARACTERS = 60_000;

/** The value of a whole JSON object, with the slips that models make mended: commas, quotes, comments. Undefined: it is none. */
export function jsonValue(text: string): unknown {
  return parsed(() => text) ?? (text.length <= MAX_MENDED_CHARACTERS ? parsed(() => jsonrepair(text)) : undefined);
}

function parsed(textOf: () => string): unknown {
  try {
    return JSON.parse(textOf()) as unknown;
  } catch {
    return undefined;
  }
}
