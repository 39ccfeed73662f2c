import { describe, expect, it } from '@jest/globals';
import { FAKE_PLAN } from '../support/fake-model.js';
import { VARIED_PROMPTS } from '../support/varied-prompts.js';
import { DOMAINS } from '../../src/blueprint/lexicon/domains.js';
import { planApp } from '../../src/blueprint/plan-app.js';
import { wholeApp } from '../../src/blueprint/whole-app.js';
import { KIT_PACKAGES } from '../../src/effects/workspace/kit-packages.port.js';
import { tokensOf } from '../../src/effects/language-model/tokens.js';
import type { AppPlan } from '../../src/generation/plan.js';
import { estimatePlan, estimateRun, type ModelFigures, USUAL_SIZES } from '../../src/authoring/estimate.js';
import type { PlanAnswer } from '../../src/authoring/plan-answer.js';
import { planFromAnswer } from '../../src/authoring/plan-from-answer.js';
import { planPrompt, planRepairPrompt } from '../../src/authoring/prompts/plan-prompt.js';
import { screenPrompt } from '../../src/authoring/prompts/screen-prompt.js';

/** The same system prompt and many of the same files are in all of them. */
const counted = new Map<string, number>();
function countTokens(text: string): number {
  const known = counted.get(text) ?? tokensOf(text);
  counted.set(text, known);
  return known;
}

const figures: ModelFigures = {
  model: 'gpt',
  screenBatchSize: 2,
  packages: KIT_PACKAGES,
  countTokens,
  priceUsd: ({ inputTokens, outputTokens }) => inputTokens * 1e-6 + outputTokens * 4e-6,
};

const prompts = [
  ...VARIED_PROMPTS,
  ...DOMAINS.map(({ words: [word = ''] }) => `Create an app about ${word.replace('*', '')} for my family`),
].filter((_, index) => index % 3 === 0);

/** What the screens of three recorded runs of a strong model had; a draft's own are shorter, as components do most of their work. */
const RECORDED_TOKENS = [
  5400, 1800, 1170, 1600, 980, 1000, 5470, 1680, 1390, 1620, 960, 750, 2330, 1600, 2290, 2270, 1660, 1890, 1400, 1890,
  1900, 1310, 780, 1110, 800,
];

/** What a run takes whose model plans one to three kinds of thing and writes its screens as long as a real one did. */
function played(prompt: string, index: number): { input: number; output: number; calls: number } {
  const draft = planApp({ prompt });
  const answer = modelPlan(index);
  const { plan } = planFromAnswer(draft, answer);
  const files = wholeApp(plan, [], { isFinished: true });
  const asked = plan.screens.map((screen) => screenPrompt(prompt, plan, screen, { files, packages: KIT_PACKAGES }));
  const input = [planPrompt(prompt, draft), ...asked].flatMap(({ messages }) => messages.map(({ content }) => content));
  const written = plan.screens.map((_, screen) => RECORDED_TOKENS[(index + screen) % RECORDED_TOKENS.length] ?? 0);
  const sum = (texts: readonly string[]): number => texts.reduce((all, text) => all + countTokens(text), 0);
  const output = written.reduce((all, tokens) => all + tokens, sum([JSON.stringify(answer)]));
  return { input: sum(input), output, calls: 1 + asked.length };
}

function modelPlan(index: number): PlanAnswer {
  const [entity] = (FAKE_PLAN as unknown as PlanAnswer).entities;
  if (!entity) throw new Error('The fake plan has an entity.');
  const labels = ['Supply', 'Shop', 'Recipe'].slice(0, 1 + (index % 3));
  const entities = labels.map((label) => ({ ...entity, label, plural: `${label}s` }));
  return { ...(FAKE_PLAN as unknown as PlanAnswer), entities };
}

describe('an estimate', () => {
  it('covers what nine in ten runs of the test set take', () => {
    const covered = prompts.filter((prompt, index) => {
      const estimate = estimateRun(prompt, planApp({ prompt }), figures);
      const { input, output, calls } = played(prompt, index);
      const usd = figures.priceUsd({ inputTokens: input, outputTokens: output }) ?? 0;
      const pairs = [
        [estimate.input_tokens, input],
        [estimate.output_tokens, output],
        [estimate.calls, calls],
        [estimate.cost_usd, usd],
      ] as const;
      return pairs.every(([range, actual]) => range !== null && range.low <= actual && actual <= range.high);
    });
    expect(covered.length / prompts.length).toBeGreaterThanOrEqual(0.9);
  });

  it('covers a plan alone, which is one question, asked again at most once', () => {
    for (const [index, prompt] of prompts.entries()) {
      const draft = planApp({ prompt });
      const { calls, input_tokens: read, output_tokens: written, ...more } = estimatePlan(prompt, draft, figures);
      const asked = planPrompt(prompt, draft);
      const answer = JSON.stringify(modelPlan(index), null, 2);
      const again = planRepairPrompt(asked, answer, 'entities: Required');
      const sizeOf = ({ messages }: typeof asked): number =>
        messages.reduce((sum, { content }) => sum + countTokens(content), 0);
      expect(calls).toEqual({ low: 1, high: 2 });
      // All that is sent beforehand is known, to the token.
      expect(read.low).toBe(sizeOf(asked));
      expect(sizeOf(asked) + sizeOf(again)).toBeLessThanOrEqual(read.high);
      const tokens = countTokens(answer);
      expect([written.low <= tokens, tokens * 2 <= written.high]).toEqual([true, true]);
      const usd = figures.priceUsd({ inputTokens: read.low, outputTokens: written.low });
      expect(more).toMatchObject({ cost_usd: { low: usd }, basis: expect.stringContaining('the plan alone') });
      expect(estimateRun(prompt, draft, figures).input_tokens.low).toBeGreaterThan(read.high);
    }
  });

  it('says that a price is unknown, never that it is nothing', () => {
    const prompt = 'Create a recipe app';
    const { cost_usd, basis } = estimateRun(prompt, planApp({ prompt }), { ...figures, priceUsd: () => null });
    expect(cost_usd).toBeNull();
    expect(basis).toMatch(/counted exactly; answers: no recorded answers/);
  });

  it('of a plan alone rests on recorded plans, whatever else there is', () => {
    const prompt = 'Create a recipe app';
    const sizes = { ...USUAL_SIZES, plan: { low: 10, high: 20 }, basis: '9 plans' };
    const { output_tokens, basis } = estimatePlan(prompt, planApp({ prompt }), figures, sizes);
    expect([output_tokens, basis]).toEqual([{ low: 10, high: 40 }, expect.stringContaining('9 plans')]);
  });

  it('rests on recorded answers where there are some', () => {
    const prompt = 'Create a recipe app';
    const sizes = { plan: { low: 10, high: 20 }, screen: { low: 10, high: 20 }, basis: '9 plans' };
    const plan: AppPlan = planApp({ prompt });
    expect(estimateRun(prompt, plan, figures, sizes).output_tokens).toEqual({ low: 70, high: 390 });
    expect(estimateRun(prompt, plan, figures, sizes).basis).toContain('9 plans');
  });
});
