import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ThemeTokens } from '../generation/plan.js';
import { contrast, luminance } from './colour.js';
import { colouredTheme } from './coloured-theme.js';
import { namedColours } from './named-colours.js';
import { planApp } from './plan-app.js';
import { derivedColours } from './render/lib/theme-file.js';
import { findTheme, TEMPLATE_IDS } from './themes.js';

describe('the colours a prompt names', () => {
  it.each([
    ['A shop with white background, navy components', { background: '#ffffff', primary: '#000080' }],
    ['news reader, black background with orange accents', { background: '#0b0b0d', primary: '#e2711d' }],
    ['Finance manager with charts in green and white', { background: '#ffffff', primary: '#238a4e' }],
    ['A tool for architects in #1f6f5c', { primary: '#1f6f5c' }],
    ['Notizen mit blauen Ideen', {}],
    [
      'An app for my choir: songs and a members list. Use burgundy and cream.',
      { background: '#f3eadb', primary: '#7d1f3c' },
    ],
    ['A planner, please use teal', { primary: '#008080' }],
    ['A game in which people use red and blue tokens', {}],
    ['orange juice recipes', {}],
    ['A guide to hiking in Peru', {}],
    [
      'Set the background color to white and the component color to navy.',
      { background: '#ffffff', primary: '#000080' },
    ],
    [
      'Use lemon chiffon in the background layer and chocolate for the component layer.',
      { background: '#fffacd', primary: '#d2691e' },
    ],
    [
      'Color the background using white and set component styles to navy.',
      { background: '#ffffff', primary: '#000080' },
    ],
    [
      'Configure your theme with honeydew as background and dark olive green as component color.',
      { background: '#f0fff0', primary: '#556b2f' },
    ],
    [
      'Design the site using white as the background and navy for content blocks.',
      { background: '#ffffff', primary: '#000080' },
    ],
    ['A restaurant menu. Crimson on honeydew.', { background: '#f0fff0', primary: '#dc143c' }],
    [
      'Use seashell for container backgrounds and crimson for component visuals.',
      { background: '#fff5ee', primary: '#dc143c' },
    ],
    ['notes, background rgb(16, 32, 48), components using gold', { background: '#102030', primary: '#ffd700' }],
    ['A wedding planner. Use sage green and ivory.', { background: '#fffff0', primary: '#3f9c7d' }],
    ['light brown theme', { primary: '#ddaeae' }],
    ['Notes, black with gold accents', { background: '#0b0b0d', primary: '#ffd700' }],
    ['Recettes. Couleurs : bleu marine et blanc', { background: '#ffffff', primary: '#000080' }],
    ['Rezepte, Farben: creme und weinrot', { background: '#f3eadb', primary: '#7d1f3c' }],
    [
      'Initialize the background color with amber and component color with chocolate.',
      { background: '#d08a0c', primary: '#d2691e' },
    ],
    [
      'Use almond for the background and dark moss green for components.',
      { background: '#eddcc8', primary: '#535c37' },
    ],
    ['A shop for almond cakes and caramel cards', {}],
    ['an app for red wine lovers', {}],
    ['teal theme with coral buttons', { primary: '#ff7f50' }],
    ['The background is #102030 and the buttons are gold', { background: '#102030', primary: '#ffd700' }],
  ])('of %j are %j', (prompt, colours) => {
    expect(namedColours(prompt)).toEqual(colours);
  });

  it('reach the plan, and a light ground starts the app light', () => {
    const plan = planApp({ prompt: 'An online shop. White background, navy components' });
    expect(plan.appearance).toBe('light');
    expect(plan.theme.light).toMatchObject({ background: '#ffffff', primary: '#000080', onPrimary: '#ffffff' });
  });

  it('start the app dark on a black ground', () => {
    const plan = planApp({ prompt: 'News reader with a black background and yellow accents' });
    expect(plan.appearance).toBe('dark');
    expect(luminance(plan.theme.dark.background)).toBeLessThan(0.01);
  });
});

const CHOIR =
  'I want an app for my choir: rehearsal schedule, songs with lyrics, attendance and a members list. Use burgundy and cream.';

it('a choir’s app is burgundy and cream where its prompt says so', () => {
  const { theme, palette, notes } = planApp({ prompt: CHOIR });
  expect(theme.light).toMatchObject({ primary: '#7d1f3c', background: '#f3eadb' });
  expect(palette).toEqual({ primary: '#7d1f3c', background: '#f3eadb' });
  expect(notes.join()).not.toContain('colour');
});

it('a colour that had to be moved is said', () => {
  const { notes } = planApp({ prompt: 'News reader in yellow and white' });
  expect(notes.join()).toMatch(/The colour yellow was made darker \(#\w{6}\), to stand out from the background/);
});

describe('a theme in any two colours', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

  it('meets WCAG AA wherever text stands on a colour', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEMPLATE_IDS), colour, colour, (id, background, primary) => {
        const base = findTheme(id);
        if (!base) throw new Error(`No theme ${id}`);
        const theme = colouredTheme(base, { background, primary });
        expect([...weakPairs(theme.light, false), ...weakPairs(theme.dark, true)]).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const weakPairs = (tokens: ThemeTokens, isDark: boolean): readonly string[] => {
  const { tint, hero, onHero } = derivedColours(tokens, isDark);
  const { text, muted, primary, danger, onPrimary, background, surface } = tokens;
  const pairs = [
    ...[text, muted, primary, danger].flatMap((one) => [background, surface].map((ground) => [one, ground] as const)),
    [primary, tint] as const,
    [onPrimary, primary] as const,
    ...hero.map((ground) => [onHero, ground] as const),
  ];
  return pairs.filter(([one, ground]) => contrast(one, ground) < 4.5).map((pair) => pair.join(' on '));
};
