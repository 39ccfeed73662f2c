/** A range in a text; `end` is exclusive. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * The only occurrence of a text in another one, or else the number of occurrences. If there is no exact match, lines are compared
 * without trailing spaces, which nobody sees.
 */
export function foundOnce(text: string, searched: string): Place | number {
  if (searched.trim() === '') return 0;
  const places = placesOf(text, searched);
  const [place] = places;
  if (place) return places.length === 1 ? place : places.length;
  return foundOnceByLines(text.split('\n'), searched.split('\n'));
}

/** Counting stops here. */
const MAX_PLACES = 100;

function placesOf(text: string, searched: string): readonly Place[] {
  const places: Place[] = [];
  let start = text.indexOf(searched);
  while (start >= 0 && places.length < MAX_PLACES) {
    places.push({ start, end: start + searched.length });
    start = text.indexOf(searched, start + searched.length);
  }
  return places;
}

function foundOnceByLines(lines: readonly string[], searched: readonly string[]): Place | number {
  const plain = `\n${lines.map((line) => line.trimEnd()).join('\n')}\n`;
  const places = placesOf(plain, `\n${searched.map((line) => line.trimEnd()).join('\n')}\n`);
  const [place] = places;
  if (!place || places.length > 1) return places.length;
  const first = plain.slice(0, place.start).split('\n').length - 1;
  const start = lengthOf(lines.slice(0, first));
  return { start, end: start + lengthOf(lines.slice(first, first + searched.length)) - 1 };
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
