import { describe, expect, it } from '@jest/globals';

import type { ThemeTokens } from '../generation/plan.js';
import { contrast } from './colour.js';
import { derivedColours } from './render/lib/theme-file.js';
import { findTheme, TEMPLATE_IDS } from './themes.js';

const AA_TEXT = 4.5;

const themes = TEMPLATE_IDS.flatMap((id) => {
  const theme = findTheme(id);
  return (['light', 'dark'] as const).map((mode) => [id, mode, theme?.[mode]] as const);
});

/** Every pair of colours that a generated screen puts on each other. */
const pairs = (tokens: ThemeTokens, isDark: boolean): readonly (readonly [string, string, string])[] => {
  const { tint, hero, onHero } = derivedColours(tokens, isDark);
  return [
    ['text on background', tokens.text, tokens.background],
    ['text on surface', tokens.text, tokens.surface],
    ['muted on background', tokens.muted, tokens.background],
    ['muted on surface', tokens.muted, tokens.surface],
    ['primary on background', tokens.primary, tokens.background],
    ['primary on surface', tokens.primary, tokens.surface],
    ['primary on tint', tokens.primary, tint],
    ['onPrimary on primary', tokens.onPrimary, tokens.primary],
    ['danger on background', tokens.danger, tokens.background],
    ['danger on surface', tokens.danger, tokens.surface],
    ['background on text', tokens.background, tokens.text],
    ...hero.map((colour): readonly [string, string, string] => ['onHero on hero', onHero, colour]),
  ];
};

describe('every theme', () => {
  it.each(themes)('%s, %s, meets WCAG AA wherever text stands on a colour', (_, mode, tokens) => {
    const weak =
      tokens && pairs(tokens, mode === 'dark').filter(([, first, second]) => contrast(first, second) < AA_TEXT);
    expect(weak).toEqual([]);
  });

  it.each([
    ['MODERN_BLUE', 'modern-blue'],
    ['neon-cyber', 'neon_cyber'],
    ['Pastel_Dream', 'pastel_dream'],
  ])('%s is found as %s', (asked, id) => {
    expect(findTheme(asked)?.templateId).toBe(id);
  });

  it('is undefined for an id that does not exist', () => {
    expect(findTheme('glitter')).toBeUndefined();
  });
});

describe('contrast', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#2457d6', '#2457d6')).toBe(1);
  });
});
