import { describe, expect, it } from '@jest/globals';

import { planApp } from '../../plan-app.js';
import { kindsFile } from './kinds-file.js';

const lineOf = (prompt: string, field: string): string | undefined =>
  kindsFile({ plan: planApp({ prompt }), screens: [], isFinished: true })
    .content.split('\n')
    .find((line) => line.includes(`name: "${field}"`));

describe('the fields of an app', () => {
  it('take temperatures below zero', () => {
    expect(lineOf('Track my sourdough starters: feedings, temperature, and rating', 'temperature')).toContain('min: -');
  });

  it('take no more than five of five stars', () => {
    expect(lineOf('Track my sourdough starters: feedings, temperature, and rating', 'rating')).toContain('max: 5');
  });

  it('take no weight below zero', () => {
    expect(lineOf('Track my goats: breed, weight and notes', 'weight')).not.toMatch(/min|max/);
  });
});
