import { describe, expect, it } from '@jest/globals';

import { iconSvg } from './icon.js';
import { planApp } from './plan-app.js';
import { DOMAINS } from './lexicon/domains.js';

describe('the icon of an app', () => {
  it('is a 1024×1024 drawing without text, fonts or scripts', () => {
    const svg = iconSvg(planApp({ prompt: 'Create a fitness tracking app' }));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1024" height="1024"/);
    expect(svg).not.toMatch(/<text|font|<script|<image|href/);
  });

  it('is the same for the same prompt and seed, and another for another seed', () => {
    const icon = (seed: number): string => iconSvg(planApp({ prompt: 'recipes', seed }));
    expect(icon(7)).toBe(icon(7));
    expect(icon(7)).not.toBe(icon(8));
  });

  it('wears the colours of the theme', () => {
    const plan = planApp({ prompt: 'recipes', templateId: 'forest_green' });
    expect(iconSvg(plan)).toContain(plan.theme.light.onPrimary);
    expect(iconSvg(plan)).not.toBe(iconSvg({ ...planApp({ prompt: 'recipes' }), seed: plan.seed }));
  });
});

describe('the lexicon', () => {
  it.each(DOMAINS.flatMap(({ id, entities }) => entities.map((entity) => [id, entity.name, entity] as const)))(
    'has 5 to 8 rows of fitting values for %s, %s',
    (_, __, { name, fields, rows }) => {
      expect(name).toMatch(/^[A-Z][A-Za-z0-9]*$/);
      expect(rows.length).toBeGreaterThanOrEqual(5);
      expect(rows.length).toBeLessThanOrEqual(8);
      const typeOf = {
        text: 'string',
        longtext: 'string',
        choice: 'string',
        number: 'number',
        money: 'number',
        date: 'number',
        boolean: 'boolean',
        time: 'string',
        list: 'object',
        link: 'string',
        links: 'object',
      } as const;
      for (const row of rows) {
        expect(row.map((value) => typeof value)).toEqual(fields.map(({ type }) => typeOf[type]));
        fields.forEach(({ choices }, index) => {
          if (choices) expect(choices).toContain(row[index]);
        });
      }
    },
  );

  it('names every domain once', () => {
    expect(new Set(DOMAINS.map(({ id }) => id)).size).toBe(DOMAINS.length);
  });
});
