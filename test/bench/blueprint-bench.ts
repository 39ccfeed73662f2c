import { planApp } from '../../src/blueprint/plan-app.js';
import { wholeApp } from '../../src/blueprint/whole-app.js';
import { VARIED_PROMPTS } from '../support/varied-prompts.js';
import { type Figure, quantile } from './figures.js';

const ROUNDS = 20;
const BUDGET_MS = 50;

/** A prompt's plan and every file of its finished app, after one warm-up round over all prompts. */
export function benchBlueprint(): Promise<readonly Figure[]> {
  round();
  const samplesMs = Array.from({ length: ROUNDS }, round).flat();
  const p95 = quantile(samplesMs, 0.95);
  return Promise.resolve([
    {
      what: `prompt → plan and files of the whole app, ${VARIED_PROMPTS.length} prompts`,
      value: `${quantile(samplesMs, 0.5).toFixed(1)} ms (p95 ${p95.toFixed(1)} ms, n=${samplesMs.length})`,
      reference: `budget ${BUDGET_MS} ms: ${p95 <= BUDGET_MS ? 'kept' : 'missed'}`,
    },
  ]);
}

function round(): readonly number[] {
  return VARIED_PROMPTS.map((prompt) => {
    const began = performance.now();
    wholeApp(planApp({ prompt }), [], { isFinished: true });
    return performance.now() - began;
  });
}
