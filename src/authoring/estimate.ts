import { wholeApp } from '../blueprint/whole-app.js';
import type { Range, RunEstimate } from '../generation/events.js';
import type { AppPlan } from '../generation/plan.js';
import type { ModelPrompt } from './model-prompt.js';
import { planPrompt } from './prompts/plan-prompt.js';
import { screenPrompt } from './prompts/screen-prompt.js';

/** The size of one answer, in tokens. */
export interface AnswerSizes {
  readonly plan: Range;
  readonly screen: Range;
  /** Where the sizes come from, as a phrase to show to people. */
  readonly basis: string;
}

/** Used before any run was recorded: the usual sizes of plans and screens, reasoning included. */
export const USUAL_SIZES: AnswerSizes = {
  plan: { low: 400, high: 3_500 },
  screen: { low: 500, high: 5_000 },
  basis: 'no recorded answers of this model yet: usual sizes',
};

/** What is known about the model and its server. */
export interface ModelFigures {
  readonly model: string;
  readonly screenBatchSize: number;
  /** Names of the packages that an app may import. */
  readonly packages: readonly string[];
  readonly countTokens: (text: string) => number;
  readonly priceUsd: (usage: { readonly inputTokens: number; readonly outputTokens: number }) => number | null;
}

/** Screens per app: a model plans one to three kinds of records with three screens each, plus home, profile and settings. */
const SCREENS: Range = { low: 6, high: 12 };
/** The share of answers that need a second request. */
const REPAIRED = 0.5;
const TOKENS_PER_SECOND: Range = { low: 20, high: 250 };
/** Time to the first token, in milliseconds. */
const FIRST_WORD_MS: Range = { low: 100, high: 5_000 };

/** Estimates a run. The prompts are counted exactly; the sizes of the answers come from earlier runs. */
export function estimateRun(prompt: string, draft: AppPlan, figures: ModelFigures, sizes = USUAL_SIZES): RunEstimate {
  const planned = tokensOf(planPrompt(prompt, draft), figures);
  const files = wholeApp(draft, [], { isFinished: true });
  const screens = draft.screens.map((screen) =>
    tokensOf(screenPrompt(prompt, draft, screen, { files, packages: figures.packages }), figures),
  );
  const calls = { low: 1 + SCREENS.low, high: Math.ceil((1 + SCREENS.high) * (1 + REPAIRED)) };
  const input_tokens = {
    low: Math.floor(planned + SCREENS.low * Math.min(...screens) * 0.8),
    // A repair request repeats the answer; the model's own plan may also give the app more code than the draft has.
    high: Math.ceil(
      (planned + SCREENS.high * (Math.max(...screens) * 1.4 + sizes.screen.high * REPAIRED)) * (1 + REPAIRED),
    ),
  };
  const output_tokens = {
    low: Math.floor(sizes.plan.low + SCREENS.low * sizes.screen.low),
    high: Math.ceil((sizes.plan.high + SCREENS.high * sizes.screen.high) * (1 + REPAIRED)),
  };
  return {
    model: figures.model,
    basis: `prompts counted exactly; answers: ${sizes.basis}`,
    calls,
    input_tokens,
    output_tokens,
    cost_usd: costOf(input_tokens, output_tokens, figures),
    duration_ms: durationOf(sizes, figures.screenBatchSize),
  };
}

/** Estimates a run in which the model makes only the plan: one request, repeated at most once. */
export function estimatePlan(prompt: string, draft: AppPlan, figures: ModelFigures, sizes = USUAL_SIZES): RunEstimate {
  const planned = tokensOf(planPrompt(prompt, draft), figures);
  const input_tokens = { low: planned, high: Math.ceil(2 * planned + sizes.plan.high) };
  const output_tokens = { low: sizes.plan.low, high: 2 * sizes.plan.high };
  const ms = (tokens: number, speed: number, first: number): number => Math.round(first + (tokens / speed) * 1000);
  return {
    model: figures.model,
    basis: `the model makes the plan alone; prompt counted exactly; answers: ${sizes.basis}`,
    calls: { low: 1, high: 2 },
    input_tokens,
    output_tokens,
    cost_usd: costOf(input_tokens, output_tokens, figures),
    duration_ms: {
      low: ms(sizes.plan.low, TOKENS_PER_SECOND.high, FIRST_WORD_MS.low),
      high: 2 * ms(sizes.plan.high, TOKENS_PER_SECOND.low, FIRST_WORD_MS.high),
    },
  };
}

function tokensOf({ messages }: ModelPrompt, { countTokens }: ModelFigures): number {
  return messages.reduce((sum, { content }) => sum + countTokens(content), 0);
}

function costOf(input: Range, output: Range, { priceUsd }: ModelFigures): Range | null {
  const low = priceUsd({ inputTokens: input.low, outputTokens: output.low });
  const high = priceUsd({ inputTokens: input.high, outputTokens: output.high });
  return low === null || high === null ? null : { low, high };
}

function durationOf({ plan, screen }: AnswerSizes, batch: number): Range {
  const ms = (tokens: number, speed: number, first: number): number => first + (tokens / speed) * 1000;
  const all = (bound: 'low' | 'high', other: 'low' | 'high'): number => {
    const waves = Math.ceil(SCREENS[bound] / batch);
    const [speed, first] = [TOKENS_PER_SECOND[other], FIRST_WORD_MS[bound]];
    const repairs = bound === 'high' ? 1 + REPAIRED : 1;
    return Math.round((ms(plan[bound], speed, first) + waves * ms(screen[bound], speed, first)) * repairs);
  };
  return { low: all('low', 'high'), high: all('high', 'low') };
}
