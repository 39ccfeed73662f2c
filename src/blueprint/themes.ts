import type { ThemePlan, ThemeTokens } from '../generation/plan.js';

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
  return templateId && { templateId, ...PALETTES[templateId] };
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

const tokens = (
  background: string,
  surface: string,
  text: string,
  muted: string,
  primary: string,
  onPrimary: string,
  border: string,
  danger: string,
): ThemeTokens => ({ background, surface, text, muted, primary, onPrimary, border, danger });

/** Every pair that the generated screens put together meets WCAG AA (themes.spec.ts). */
const PALETTES: Readonly<Record<TemplateId, { light: ThemeTokens; dark: ThemeTokens }>> = {
  'modern-blue': {
    light: tokens('#f5f7fb', '#ffffff', '#101828', '#566176', '#2457d6', '#ffffff', '#e1e6ef', '#c0281f'),
    dark: tokens('#0b1120', '#151d2f', '#eef2fa', '#a3afc4', '#8ab0ff', '#0a1736', '#26314a', '#ff9a91'),
  },
  modern_dark: {
    light: tokens('#f4f4f6', '#ffffff', '#17171c', '#5b5b66', '#3f3fb8', '#ffffff', '#e2e2e8', '#bd2a2a'),
    dark: tokens('#0e0e12', '#191920', '#f2f2f6', '#a8a8b6', '#a5a7ff', '#14143a', '#2c2c36', '#ff9a9a'),
  },
  ocean_blue: {
    light: tokens('#f0f7fa', '#ffffff', '#0c2733', '#4c6470', '#03698a', '#ffffff', '#d8e6ec', '#bb2d2d'),
    dark: tokens('#06171f', '#0e2530', '#e8f5fa', '#9db9c5', '#5cc8ec', '#04222e', '#1d3a47', '#ff9c94'),
  },
  sunset_orange: {
    light: tokens('#fdf6f1', '#ffffff', '#2b1a12', '#6f594d', '#b6410b', '#ffffff', '#f0e1d6', '#b3182a'),
    dark: tokens('#1a100b', '#271a13', '#fbefe7', '#c7b0a2', '#ff9f66', '#331503', '#3f2c21', '#ff98a2'),
  },
  forest_green: {
    light: tokens('#f3f8f3', '#ffffff', '#13241a', '#52645a', '#1c6e41', '#ffffff', '#dce8df', '#b72b24'),
    dark: tokens('#0b1510', '#142219', '#ecf5ef', '#a4b8ab', '#6fd39a', '#06261a', '#25382c', '#ff9f96'),
  },
  royal_purple: {
    light: tokens('#f8f5fc', '#ffffff', '#20132f', '#625673', '#6a2fb5', '#ffffff', '#e7dff1', '#b8243f'),
    dark: tokens('#130c1d', '#1f152d', '#f4eefb', '#b7a9c9', '#c9a2ff', '#240c42', '#352748', '#ff9bae'),
  },
  minimal_gray: {
    light: tokens('#f6f6f5', '#ffffff', '#1b1b1a', '#5e5e5b', '#3a3a38', '#ffffff', '#e3e3e0', '#b02a24'),
    dark: tokens('#121211', '#1c1c1b', '#f1f1ef', '#ababa6', '#dcdcd7', '#1b1b1a', '#30302e', '#ff9d96'),
  },
  neon_cyber: {
    light: tokens('#f4f5fb', '#ffffff', '#12122a', '#565876', '#8a12b0', '#ffffff', '#e0e1f0', '#c01350'),
    dark: tokens('#07070f', '#12121f', '#eef0ff', '#a5a8cc', '#2ff3e0', '#03201d', '#2a2a48', '#ff7eb0'),
  },
  pastel_dream: {
    light: tokens('#fdf6fa', '#ffffff', '#32223a', '#6d5b74', '#9c3f7d', '#ffffff', '#f0e0ea', '#b42d45'),
    dark: tokens('#1b131f', '#281d2d', '#faf0f7', '#c4b0c4', '#f5b3d9', '#3b1230', '#3f2f44', '#ffa0ae'),
  },
};
