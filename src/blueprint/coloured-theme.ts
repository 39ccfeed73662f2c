import type { ThemePlan, ThemeTokens } from '../generation/plan.js';
import { contrast, luminance, mix, movedUntil } from './colour.js';
import { saidAs, type NamedColours } from './named-colours.js';

/** Held with some room, since the tints and gradients made from a theme come out a little weaker. */
const MIN_CONTRAST = 5.2;

/** The theme with the colours a person asked for, each moved only as far as its text needs to be readable. */
export const colouredTheme = (theme: ThemePlan, colours: NamedColours): ThemePlan => {
  const { background, primary } = colours;
  const isDark = background !== undefined && isDarkColour(background);
  return {
    templateId: theme.templateId,
    light: withColours(theme.light, primary, isDark ? undefined : background),
    dark: withColours(theme.dark, primary, isDark ? background : undefined),
  };
};

/** Whether the colours ask for a dark app. */
export const isDarkGround = ({ background }: NamedColours): boolean =>
  background !== undefined && isDarkColour(background);

/** Which of the colours the theme has in another shade, a sentence each, under the names that the text has for them. */
export const movedColours = ({ light, dark }: ThemePlan, colours: NamedColours, text = ''): readonly string[] => {
  const tokens = isDarkGround(colours) ? dark : light;
  return (['primary', 'background'] as const).flatMap((part) => {
    const asked = colours[part];
    if (asked === undefined || asked === tokens[part]) return [];
    const how = luminance(tokens[part]) > luminance(asked) ? 'lighter' : 'darker';
    const why = part === 'primary' ? 'to stand out from the background' : 'so that text on it can be read';
    return [`The colour ${saidAs(asked, text)} was made ${how} (${tokens[part]}), ${why}.`];
  });
};

const MIDDLE = 0.18;

const isDarkColour = (colour: string): boolean => luminance(colour) < MIDDLE;

const withColours = (tokens: ThemeTokens, primary: string | undefined, ground: string | undefined): ThemeTokens => {
  const surfaces = ground === undefined ? tokens : grounds(tokens, ground);
  const { background, surface } = surfaces;
  const main = readableOn(primary ?? tokens.primary, (one) => [background, surface, mix(surface, one, 0.14)]);
  const readable = (colour: string): string => readableOn(colour, () => [background, surface]);
  return {
    ...surfaces,
    text: readableOn(tokens.text, () => [background, surface, mix(surface, main, isDarkColour(background) ? 0.26 : 0)]),
    muted: readable(tokens.muted),
    primary: main,
    onPrimary: contrast('#ffffff', main) >= MIN_CONTRAST ? '#ffffff' : '#0b0b0d',
    danger: readable(tokens.danger),
  };
};

/** A ground that text can be read on is taken as it is; a strong colour becomes a pale or deep shade of itself. */
const grounds = (tokens: ThemeTokens, ground: string): ThemeTokens => {
  const isDark = isDarkColour(ground);
  const background = isDark
    ? movedUntil(ground, 'darker', (one) => luminance(one) <= 0.02)
    : movedUntil(ground, 'lighter', (one) => luminance(one) >= 0.6);
  return {
    ...tokens,
    background,
    surface: isDark
      ? mix(background, '#ffffff', 0.07)
      : luminance(background) > 0.97
        ? '#ffffff'
        : mix(background, '#ffffff', 0.6),
    border: isDark ? mix(background, '#ffffff', 0.2) : mix(background, '#0b1020', 0.12),
  };
};

/** Moves towards black or white until the colour stands out from every ground. */
const readableOn = (colour: string, surfacesOf: (colour: string) => readonly string[]): string =>
  movedUntil(colour, isDarkColour(surfacesOf(colour)[0] ?? '#ffffff') ? 'lighter' : 'darker', (one) =>
    surfacesOf(one).every((ground) => contrast(one, ground) >= MIN_CONTRAST),
  );
