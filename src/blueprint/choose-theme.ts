import type { AppPlan, ThemePlan } from '../generation/plan.js';
import type { Feature } from './lexicon/features.js';
import type { PromptText } from './prompt-text.js';
import { DARK_TEMPLATES, DEFAULT_TEMPLATE, findTheme, UnknownTemplate, type TemplateId } from './themes.js';

/** The template asked for, or the one whose colours the prompt names; and how the app starts. @throws UnknownTemplate */
export const chooseTheme = (
  prompt: PromptText,
  features: readonly Feature[],
  templateId: string | undefined,
): { theme: ThemePlan; appearance: AppPlan['appearance'] } => {
  const wanted = templateId ?? templateOfColours(prompt.clean);
  const theme = findTheme(wanted);
  if (!theme) throw new UnknownTemplate(wanted);
  const asksFor = (id: string): boolean => features.some((feature) => feature.id === id);
  const isDark = asksFor('dark-mode') || (DARK_TEMPLATES.includes(theme.templateId) && !asksFor('light-mode'));
  return { theme, appearance: isDark ? 'dark' : asksFor('light-mode') ? 'light' : undefined };
};

const templateOfColours = (text: string): TemplateId =>
  COLOURS.find(([colour]) =>
    new RegExp(`\\b(?:${colour})\\b[\\w\\s,-]{0,20}\\b(?:${DESIGN})|\\bin (?:${colour})\\b`, 'i').test(text),
  )?.[1] ?? DEFAULT_TEMPLATE;

/** A colour counts only beside one of these: an orange juice shop need not be orange. */
const DESIGN =
  'theme|themed|colou?rs?|accents?|design|palette|background|look|style|ui|interface|buttons?|components?|mode';

const COLOURS: readonly (readonly [string, TemplateId])[] = [
  ['neon|cyber|cyberpunk', 'neon_cyber'],
  ['pastel|pink|rose', 'pastel_dream'],
  ['orange|sunset|warm|red', 'sunset_orange'],
  ['green|forest|emerald', 'forest_green'],
  ['purple|violet|lavender|royal', 'royal_purple'],
  ['gr[ae]y|minimal|minimalist|monochrome|black and white', 'minimal_gray'],
  ['ocean|teal|turquoise|aqua|cyan', 'ocean_blue'],
];
