import { describe, expect, it } from '@jest/globals';
import { planApp } from './plan-app.js';
import { splashSvg } from './splash.js';

describe('the splash of an app', () => {
  const plan = planApp({ prompt: 'Create a fitness tracking app' });

  it('is the icon on the ground of the theme', () => {
    const svg = splashSvg(plan, Buffer.from('an icon'));
    expect(svg).toContain(`fill="${plan.theme.light.background}"`);
    expect(svg).toContain(`data:image/png;base64,${Buffer.from('an icon').toString('base64')}`);
  });
});
