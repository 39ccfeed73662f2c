import type { AppPlan } from '../generation/plan.js';
import { colouredTheme, isDarkGround, movedColours } from './coloured-theme.js';
import type { Feature } from './lexicon/features.js';
import type { Domain } from './lexicon/domain.js';
import looks from './lexicon/looks.json' with { type: 'json' };
import { type NamedColours, namedColours } from './named-colours.js';
import type { PromptText } from './prompt-text.js';
import { DARK_TEMPLATES, DEFAULT_TEMPLATE, findTheme, UnknownTemplate, type TemplateId } from './themes.js';

/**
 * The template asked for; else the one whose look or colours the prompt names, in those colours; else the one that suits the
 * kind of app. And how the app starts. @throws UnknownTemplate
 */
export const chooseTheme = (
  prompt: PromptText,
  features: readonly Feature[],
  domain: Domain | undefined,
  templateId: string | undefined,
): ChosenTheme => {
  const colours = templateId === undefined ? namedColours(prompt.clean) : {};
  const wanted = templateId ?? lookOf(prompt.clean) ?? domain?.template ?? DEFAULT_TEMPLATE;
  const found = findTheme(wanted);
  if (!found) throw new UnknownTemplate(wanted);
  const hasColours = colours.primary !== undefined || colours.background !== undefined;
  // A ground and a colour are said more exactly than a look: `thistle to the background and medium purple to the UI`.
  const isExact = colours.primary !== undefined && colours.background !== undefined;
  const isNamedLook = lookOf(prompt.clean) !== undefined && !isExact;
  const theme = hasColours && !isNamedLook ? colouredTheme(found, colours) : found;
  const asksFor = (id: string): boolean => features.some((feature) => feature.id === id);
  const isAtHomeInTheDark = DARK_TEMPLATES.includes(found.templateId) && !hasColours;
  const isDark = asksFor('dark-mode') || ((isAtHomeInTheDark || isDarkGround(colours)) && !asksFor('light-mode'));
  const isLight = asksFor('light-mode') || (colours.background !== undefined && !isDark);
  const appearance = isDark ? 'dark' : isLight ? 'light' : undefined;
  return {
    theme,
    ...(appearance && { appearance }),
    ...(hasColours && !isNamedLook && { palette: colours, notes: movedColours(theme, colours, prompt.clean) }),
  };
};

/** What `themeIn` and `chooseTheme` say of the colours of a plan. */
export interface ChosenTheme extends Pick<AppPlan, 'theme' | 'appearance' | 'palette'> {
  /** Which colours had to be moved, a sentence each; absent: none were asked for. */
  readonly notes?: readonly string[];
}

/** The draft's theme in these colours, as `chooseTheme` has it: in colours that were read by somebody else. */
export const themeIn = (
  { theme: { templateId }, appearance, palette }: AppPlan,
  asked: NamedColours,
): Omit<ChosenTheme, 'notes'> => {
  const base = findTheme(templateId);
  if (!base) throw new UnknownTemplate(templateId);
  const colours = { ...palette, ...asked };
  const byGround = colours.background === undefined ? appearance : isDarkGround(colours) ? 'dark' : 'light';
  return { theme: colouredTheme(base, colours), ...(byGround && { appearance: byGround }), palette: colours };
};

const lookOf = (text: string): TemplateId | undefined =>
  LOOKS.find(([look]) =>
    new RegExp(`\\b(?:${look})\\b[\\w\\s,-]{0,20}\\b(?:${DESIGN})|\\bin (?:${look})\\b`, 'i').test(text),
  )?.[1];

/** A look counts only beside one of these: an orange juice shop need not be orange. */
const DESIGN =
  'theme|themed|colou?rs?|accents?|design|palette|background|look|style|ui|interface|buttons?|components?|mode';

const LOOKS = Object.entries(looks.templates) as readonly (readonly [string, TemplateId])[];
