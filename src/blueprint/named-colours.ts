import { colorsNamed, formatHex, parse } from 'culori';

import { mix } from './colour.js';
import { COLOUR_WORDS, SHADES, THINGS_TOO } from './lexicon/colour-words.js';
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

/** The colour of a name or of CSS's digits, with other words around it or without (`deep burgundy`). */
export const colourNamed = (text: string): string | undefined => coloursIn(text)[0]?.colour;

/** The name that a text has for a colour, else its digits. */
export const saidAs = (colour: string, text: string): string =>
  coloursIn(text).find((found) => found.colour === colour)?.name ?? colour;

/** A prompt without its sentences about colours: they are looks, never content. */
export const withoutColours = (text: string): string => {
  const sentences = text.split(/(?<=[.!?;])\s+/);
  const kept = sentences.filter(
    (sentence) => mentionsIn(sentence).length === 0 || !(COMMAND.test(sentence) || isOnlyLooks(sentence)),
  );
  return kept.length === 0 ? text : kept.join(' ');
};

const COMMAND =
  /^(?:please )?(?:set|use|using|colou?r|configure|design|apply|make|style|choose|paint|pick|assign|establish|define|declare|specify|select|implement styling|implement (?=[a-z ]{3,24} for the)|initiali[sz]e)\b(?=.*\b(?:back ?grounds?|components?|theme|colou?rs?|layer|palette|blocks|site|visuals?|controls|elements|pieces|canvas|layout|buttons|cards)\b)/i;

/** Whether nothing is left of a text but for its colours and words of design. */
export const isOnlyLooks = (text: string): boolean => {
  const spoken = coloursIn(text).reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
  return spoken.replaceAll(LOOK_WORDS, '').trim() === '';
};

const LOOK_WORDS =
  /[^\p{L}\p{N}]+|\b(?:please|use|using|in|with|a|an|the|and|as|for|of|on|is|are|to|it|should|be|back ?grounds?|components?|buttons?|accents?|theme|colou?rs?|style|design|palette|scheme|mode|look|farben?|couleurs?|colores|colori|cores|kleuren)\b/giu;

interface Found {
  readonly name: string;
  readonly colour: string;
  readonly from: number;
  readonly to: number;
}

interface Mention extends Found {
  readonly part: 'background' | 'accent' | 'theme';
}

const OWN = new Map(COLOUR_WORDS.flatMap(([words, colour]) => words.split('|').map((word) => [word, colour] as const)));

const DIGITS = /#[0-9a-f]{6}(?![0-9a-f])|#[0-9a-f]{3}(?![0-9a-f])|\b(?:rgb|hsl)a?\([\d\s.,%/deg-]{5,40}\)/giu;

/** Every colour that a text names, longer names first: `navy blue` is no `blue`. */
const coloursIn = (text: string): readonly Found[] => {
  const digits = [...text.matchAll(DIGITS)].flatMap(({ 0: name, index }) => {
    const colour = formatHex(parse(name));
    return colour === undefined ? [] : [{ name, colour, from: index, to: index + name.length }];
  });
  const words = [...text.matchAll(/\p{L}+/gu)].map(({ 0: name, index }) => ({
    name,
    from: index,
    to: index + name.length,
  }));
  const found: Found[] = [...digits];
  for (let at = 0; at < words.length; at++) {
    const name = [3, 2, 1].flatMap((length) => nameOf(text, words.slice(at, at + length), length) ?? [])[0];
    if (name === undefined || digits.some(({ from, to }) => name.from >= from && name.to <= to)) continue;
    found.push(name);
    at += name.name.split(/[\s-]/).length - 1;
  }
  return found.toSorted((a, b) => a.from - b.from);
};

const nameOf = (text: string, words: readonly Omit<Found, 'colour'>[], length: number): Found | undefined => {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || words.length < length || /[\p{L}\p{N}#-]/u.test(text.charAt(first.from - 1))) return undefined;
  const name = text.slice(first.from, last.to);
  if (/[\p{N}-]/u.test(text.charAt(last.to)) || !/^[\p{L} -]+$/u.test(name)) return undefined;
  const plain = name.toLowerCase();
  const colour = colourCalled(plain) ?? shadeOf(plain);
  const isThing = THINGS_TOO.has(plain) || THINGS_TOO.has(plain.split(/[ -](.*)/)[1] ?? '');
  const sentence = (): string => text.slice(text.lastIndexOf('. ', first.from) + 1, last.to + 80).trimStart();
  return colour === undefined || (isThing && !COMMAND.test(sentence()))
    ? undefined
    : { name, colour, from: first.from, to: last.to };
};

const colourCalled = (name: string): string | undefined => {
  const css = name.replaceAll(/[\s-]/g, '');
  return OWN.get(name) ?? THINGS_TOO.get(name) ?? (Object.hasOwn(colorsNamed, css) ? formatHex(parse(css)) : undefined);
};

const BASIC = /^(?:green|blue|red|pink|yellow|orange|brown|purple|gr[ae]y|white|black)$/;

/** `pale rose`, `dark moss green`: another shade of a colour that has a name. */
const shadeOf = (words: string): string | undefined => {
  const [before = '', behind = ''] = words.split(/[ -](.*)/);
  // Lemon mist is a light lemon.
  const [first, second] = /^(?:mist|haze|whisper|tint)$/.test(behind) ? ['light', before] : [before, behind];
  // Sage green is sage.
  const pair = BASIC.test(behind) ? colourCalled(before) : undefined;
  if (pair !== undefined) return pair;
  const shade = SHADES.find(([name]) => name.test(first));
  const colour = shade && colourCalled(second);
  if (!shade || colour === undefined) return undefined;
  const [, towards, share] = shade;
  return towards === undefined ? colour : mix(colour, towards, share);
};

const GROUNDS =
  '(?:configure|style|define|fill|paint|colou?r|set|initiali[sz]e) (?:(?:the|all|your) )?back ?grounds?(?: colou?rs?)? with|back ?grounds?|layout|canvas|base colou?r|hintergrund|fondo|fond|sfondo|fundo|backdrop';
const PARTS =
  'components?|controls?|(?:ui|interface|interactive|design) (?:elements?|pieces|parts|components?)|buttons?|accents?|highlights?|primary|icons?|cards?|headers?|links?|elements?|details?|content blocks?|contents?|blocks|visuals?|foreground|akzente?|botones|boutons|touches';

/** `white as the background`, `seashell for container backgrounds`, `navy components`. */
const behind = (parts: string): RegExp =>
  new RegExp(
    `^[\\s-]*(?:colou?red\\s+)?(?:(?:as|for|in|on|to)\\s+)?(?:(?:the|an?|all|your|our|its)\\s+)?(?:(?!and\\b|with\\b|but\\b|or\\b|set\\b)\\p{L}+\\s+)?(?:${parts})(?!\\p{L})`,
    'iu',
  );

/** `background color to`, `set component styles to`, `The buttons are`. */
const before = (parts: string, more = ''): RegExp =>
  new RegExp(
    `(?:${parts})(?:\\s+(?:layers?|colou?rs?|styles?|tones?))?\\s*(?:(?:is|are|be|should|will|:|=|in|of|to|as|using|de|use${more})\\s*)*(?:an?\\s+|the\\s+)?$`,
    'iu',
  );

const BACKGROUND = behind(GROUNDS);
const BACKGROUND_BEFORE = before(GROUNDS);
const ACCENT = behind(PARTS);
/** `style components with navy`, but not `black background with orange accents`. */
const ACCENT_BEFORE = before(PARTS, '|with');
const THEME =
  /^[\w\s,&/#-]{0,28}?(?:theme[ds]?|colou?rs?|palette|design|look|style|ui|interface|scheme|mode|farben|farbe|thema|colores|couleurs)\b/i;

const mentionsIn = (text: string): readonly Mention[] => {
  const found = coloursIn(text);
  return found.reduce<Mention[]>((mentions, one, index) => {
    const next = found[index + 1]?.from ?? text.length;
    const between = index === 0 ? '' : text.slice(found[index - 1]?.to, one.from);
    const behind = text.slice(one.to, next);
    if (ON.test(behind)) return [...mentions, { ...one, part: 'accent' }];
    if (ON.test(between)) return [...mentions, { ...one, part: 'background' }];
    if (WITH.test(behind) && ACCENT.test(text.slice(found[index + 1]?.to)))
      return [...mentions, { ...one, part: 'background' }];
    const part =
      JOINED.test(between) && mentions.at(-1)?.part === 'theme' && !BACKGROUND.test(behind) && !ACCENT.test(behind)
        ? 'theme'
        : partOf(one, {
            before: text.slice(Math.max(found[index - 1]?.to ?? 0, one.from - 40), one.from),
            behind: text.slice(one.to, Math.min(next, one.to + 40)),
            sentence: text.slice(Math.max(0, one.from - 40), one.from),
            rest: text.slice(one.to, one.to + 40),
          });
    return part === undefined ? mentions : [...mentions, { ...one, part }];
  }, []);
};

/** `Crimson on honeydew` */
const ON = /^ on (?:an? )?$/i;

/** `black with gold accents` */
const WITH = /^ (?:with|mit|avec|con|com|met) (?:an? )?$/i;

const JOINED = /^\s?(?:[,/&+]|and|und|y|et|e|en)\s?$/i;

/** What stands around a colour: up to the colours beside it, and beyond them. */
interface Surroundings {
  readonly before: string;
  readonly behind: string;
  readonly sentence: string;
  readonly rest: string;
}

const partOf = ({ name }: Found, text: Surroundings): Mention['part'] | undefined => {
  if (BACKGROUND_BEFORE.test(text.before)) return 'background';
  if (BACKGROUND.test(text.behind)) return 'background';
  if (ACCENT.test(text.behind)) return 'accent';
  if (ACCENT_BEFORE.test(text.before)) return 'accent';
  const isMeant =
    saysTheme(text.sentence) && !THING.test(text.rest) && !(IN.test(text.sentence) && ALSO_A_THING.test(name));
  return THEME.test(text.rest) || isAppIn(text.rest) || isMeant ? 'theme' : undefined;
};

/** `a red and gold app` */
const isAppIn = (rest: string): boolean => {
  const [second] = coloursIn(rest);
  const between = second && /^\s+and\s+$/i.test(rest.slice(0, second.from)) ? rest.slice(second.to) : rest;
  return /^\s+app\b/i.test(between);
};

/** `in white wine` is no design: a colour behind "in" counts where no noun of its own follows. */
const THING = /^\s+(?!and\b|or\b|with\b|und\b|y\b|et\b|e\b|for\b|on\b|plus\b|that\b)\p{L}/iu;

/** `A shop in Peru` */
const IN = /\bin\s+$/i;
const ALSO_A_THING =
  /^(?:peru|snow|linen|tomato|plum|wheat|orchid|salmon|chocolate|olive|thistle|sienna|lime|sand|mint|sage|cream|bisque|rust|coral|gold|silver)$/i;

/** White, black, greys and sand: grounds to put a colour on, seldom the colour itself. */
const isNeutral = (colour: string): boolean => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) < 28;
};
