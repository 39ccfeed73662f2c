import { COLOUR_WORDS } from './lexicon/colour-words.js';
import { saysTheme } from './theme-before.js';

/** The colours a prompt asks for, as `#rrggbb`; absent: it names none for that part. */
export interface NamedColours {
  readonly background?: string;
  readonly primary?: string;
}

/** Reads `white background, navy components`, `in green and white`, `#1f6f5c theme`. A colour counts only as part of the design. */
export const namedColours = (text: string): NamedColours => {
  const mentions = mentionsIn(text);
  const background = mentions.find(({ part }) => part === 'background')?.colour;
  const accents = mentions.filter(({ part }) => part === 'accent').map(({ colour }) => colour);
  const plain = mentions.filter(({ part }) => part === 'theme').map(({ colour }) => colour);
  const primary = [...accents, ...plain].find((colour) => !isNeutral(colour)) ?? accents[0];
  const ground =
    background ?? (primary === undefined ? undefined : plain.find((colour) => colour !== primary && isNeutral(colour)));
  return { ...(ground !== undefined && { background: ground }), ...(primary !== undefined && { primary }) };
};

/** The colour of a name or of hexadecimal digits, with other words around it or without (`deep burgundy`). */
export const colourNamed = (text: string): string | undefined => {
  const [name] = text.match(NAMES) ?? [];
  return name === undefined ? undefined : colourOf(name);
};

interface Mention {
  readonly colour: string;
  readonly part: 'background' | 'accent' | 'theme';
}

const COLOUR = `#[0-9a-f]{6}(?![0-9a-f])|#[0-9a-f]{3}(?![0-9a-f])|${COLOUR_WORDS.map(([words]) => words).join('|')}`;

/** Longer names first: `navy blue` is no `blue`. */
const NAMES = new RegExp(`(?<![\\p{L}\\p{N}#-])(?:${COLOUR})(?![\\p{L}\\p{N}-])`, 'giu');

const BACKGROUND = /^[\s,-]*(?:colou?red\s+)?(?:back ?ground|hintergrund|fondo|fond|sfondo|fundo|backdrop)/i;
const BACKGROUND_BEFORE =
  /(?:back ?ground|hintergrund|fondo|fond|sfondo|fundo)(?: colou?r)?(?:\s*(?:is|:|=|in|of|de|color))*\s*$/i;
const ACCENT =
  /^[\s,-]*(?:colou?red\s+)?(?:components?|buttons?|accents?|highlights?|primary|icons?|cards?|headers?|links?|elements?|details?|akzente?|botones|boutons|touches)/i;
const ACCENT_BEFORE =
  /(?:accents?|primary|buttons?|components?|highlights?)(?: colou?rs?)?(?:\s*(?:is|are|in|:|=|of))*\s*$/i;
const THEME =
  /^[\w\s,&/#-]{0,28}?(?:theme[ds]?|colou?rs?|palette|design|look|style|ui|interface|scheme|mode|farben|farbe|thema|colores|couleurs)\b/i;
/** `a red and gold app` */
const APP = new RegExp(`^(?:\\s+(?:and\\s+)?(?:${COLOUR}))?\\s+app\\b`, 'iu');

const mentionsIn = (text: string): readonly Mention[] =>
  [...text.matchAll(NAMES)].flatMap((match) => {
    const [name] = match;
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const behind = text.slice(match.index + name.length, match.index + name.length + 40);
    const part = partOf(before, behind);
    return part === undefined ? [] : [{ colour: colourOf(name), part }];
  });

const partOf = (before: string, behind: string): Mention['part'] | undefined => {
  if (BACKGROUND.test(behind)) return 'background';
  if (ACCENT.test(behind)) return 'accent';
  if (BACKGROUND_BEFORE.test(before)) return 'background';
  if (ACCENT_BEFORE.test(before)) return 'accent';
  return THEME.test(behind) || APP.test(behind) || (saysTheme(before) && !THING.test(behind)) ? 'theme' : undefined;
};

/** `in white wine` is no design: a colour behind "in" counts where no noun of its own follows. */
const THING = /^\s+(?!and\b|or\b|with\b|und\b|y\b|et\b|e\b|for\b|on\b|plus\b|that\b)\p{L}/iu;

const colourOf = (name: string): string => {
  if (/^#[0-9a-f]{3}$/i.test(name)) return name.toLowerCase().replaceAll(/[0-9a-f]/g, '$&$&');
  if (name.startsWith('#')) return name.toLowerCase();
  const found = COLOUR_WORDS.find(([words]) => new RegExp(`^(?:${words})$`, 'iu').test(name));
  return found?.[1] ?? '#2563c9';
};

/** White, black, greys and sand: grounds to put a colour on, seldom the colour itself. */
const isNeutral = (colour: string): boolean => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) < 28;
};
