/** A place in the app's code. */
export interface Place {
  readonly path: string;
  readonly line: number;
  /** Of the element: `Text`. */
  readonly name: string;
}

/** An element of the preview that was pointed at. */
export interface Picked extends Place {
  /** What it shows; may be empty. */
  readonly text: string;
  /** What it stands in, in other files: where a shared component is used. */
  readonly outer: readonly Place[];
}

const MAX_TEXT = 120;
const MAX_OUTER = 4;
const MAX_PATH = 240;

/** Reads what a preview tells. It runs code that nobody here has written: anything may come. */
export function readPicked(told: unknown): Picked | undefined {
  const place = readPlace(told);
  if (!place || !isObject(told)) return undefined;
  const { text, outer } = told;
  return {
    ...place,
    text: typeof text === 'string' ? text.slice(0, MAX_TEXT) : '',
    outer: (Array.isArray(outer) ? outer : []).slice(0, MAX_OUTER).flatMap(readOuter),
  };
}

/** A layout holds every screen: hardly anybody who points at an element means that. */
function readOuter(told: unknown): readonly Place[] {
  const place = readPlace(told);
  return place && !place.path.endsWith('/_layout.tsx') ? [place] : [];
}

function readPlace(told: unknown): Place | undefined {
  if (!isObject(told)) return undefined;
  const { path, line, name } = told;
  if (typeof path !== 'string' || path.length > MAX_PATH || !/^(?:app|components|lib)\/./.test(path)) return undefined;
  if (typeof line !== 'number' || !Number.isSafeInteger(line) || line < 1) return undefined;
  return { path, line, name: typeof name === 'string' && /^[\w.]{1,60}$/.test(name) ? name : 'Element' };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What a shared component shows comes from the screen that uses it: that place first, and the others after it. */
export function inScreen(picked: Picked): Picked {
  const { text, outer, ...innermost } = picked;
  const places = [innermost, ...outer];
  const meant = places.find(({ path }) => path.startsWith('app/')) ?? innermost;
  return { ...meant, text, outer: places.filter((place) => place !== meant) };
}

/** `Text “Workouts” in app/index.tsx:42`. */
export function pickedWords({ name, text, path, line }: Omit<Picked, 'outer'>): string {
  const shown = text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}…` : text;
  return `${name}${shown && ` “${shown}”`} in ${path}:${line}`;
}

const SHOWN_TEXT = 40;
