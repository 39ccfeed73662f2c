import type { ThemePlan, ThemeTokens } from '../generation/plan.js';
/** Every pair that the generated screens put together meets WCAG AA (themes.spec.ts). */
import PALETTES from './lexicon/palettes.json' with { type: 'json' };

/** What a person may ask for as `template_id`; `-` and `_`, upper and lower case are alike. */
export const TEMPLATE_IDS = [
  'modern-blue',
  'modern_dark',
  'ocean_blue',
  'sunset_orange',
  'forest_green',
  'royal_purple',
  'minimal_gray',
  'neon_cyber',
  'pastel_dream',
] as const;

export type TemplateId = (typeof TEMPLATE_IDS)[number];

export const DEFAULT_TEMPLATE: TemplateId = 'modern-blue';

/** Templates that are at home in the dark: their apps start dark. */
export const DARK_TEMPLATES: readonly TemplateId[] = ['modern_dark', 'neon_cyber'];

/** The theme of a template, or undefined for an id that does not exist. */
export const findTheme = (id: string): (ThemePlan & { readonly templateId: TemplateId }) | undefined => {
  const templateId = TEMPLATE_IDS.find((known) => normalised(known) === normalised(id));
  return (
    templateId && { templateId, light: tokens(PALETTES[templateId].light), dark: tokens(PALETTES[templateId].dark) }
  );
};

/** There is no template with this id. */
export class UnknownTemplate extends Error {
  readonly code = 'unknown_template';
  readonly validIds = TEMPLATE_IDS;
  constructor(readonly templateId: string) {
    super(`There is no template ${JSON.stringify(templateId.slice(0, 60))}. Use one of: ${TEMPLATE_IDS.join(', ')}.`);
    this.name = 'UnknownTemplate';
  }
}

const normalised = (id: string): string => id.trim().toLowerCase().replaceAll('_', '-');

const TOKENS = ['background', 'surface', 'text', 'muted', 'primary', 'onPrimary', 'border', 'danger'] as const;

const tokens = (colours: readonly string[]): ThemeTokens =>
  Object.fromEntries(TOKENS.map((token, index) => [token, colours[index]])) as Record<keyof ThemeTokens, string>;
