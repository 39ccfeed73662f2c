import { describe, expect, it } from '@jest/globals';

import { FURTHER_PROMPTS, judge, type Judgement } from '../../test/support/judged-plan.js';
import { planApp } from './plan-app.js';

const judged = FURTHER_PROMPTS.map((expected) => ({
  expected,
  ...judge(planApp({ prompt: expected.prompt }), expected),
}));

/** The share of prompts, worked with or held out, of which something is true. */
const shareOf = (isHeldOut: boolean, is: (one: Judgement) => boolean): number => {
  const all = judged.filter(({ expected }) => (expected.isHeldOut === true) === isHeldOut);
  return all.filter(is).length / all.length;
};

describe('the apps for 60 further prompts, beside what was expected before any was seen', () => {
  it('do what was asked, at least in part, in seven of ten that the rules were not made with', () => {
    expect(shareOf(true, ({ does }) => does !== 'no')).toBeGreaterThanOrEqual(0.7);
    expect(shareOf(false, ({ does }) => does === 'yes')).toBeGreaterThanOrEqual(0.8);
  });

  it('have no names made of verbs and scraps', () => {
    expect(judged.flatMap(({ nonsense }) => nonsense)).toEqual([]);
  });

  it('speak the language that they were asked in', () => {
    expect(judged.filter(({ hasLanguage }) => !hasLanguage)).toEqual([]);
  });

  it('have the colours that were asked for; brown is the brown of wood, not that of CSS', () => {
    const others = judged.filter(({ hasColours }) => !hasColours).map(({ expected }) => expected.prompt);
    expect(others).toEqual([expect.stringContaining('brown for components')]);
  });

  it('say what rules cannot make', () => {
    expect(shareOf(false, ({ unsaid }) => unsaid.length === 0)).toBeGreaterThanOrEqual(0.9);
  });
});
