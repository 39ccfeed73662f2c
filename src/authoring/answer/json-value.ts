import { jsonrepair } from 'jsonrepair';

/** No plan is this long, and repairing takes longer than parsing. */
const MAX_MENDED_CHARACTERS = 60_000;

/**
 * Parses a JSON object, after repairing the usual mistakes of models (commas, quotes, comments) where needed. Returns undefined
 * if it is not JSON.
 */
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
