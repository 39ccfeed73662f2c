import type { GenerationEvent } from './events.js';
import { STAGE_RULES, STAGES, type Stage } from './stage-plan.js';
import type { RunState } from './run-state.js';

/** The stages that have not begun and whose prerequisites have succeeded. */
export function dueStages(stages: RunState['stages']): readonly Stage[] {
  return STAGES.filter(
    (stage) =>
      stages[stage] === undefined && STAGE_RULES[stage].after.every((before) => stages[before] === 'succeeded'),
  );
}

export function startOf(stages: readonly Stage[]): readonly GenerationEvent[] {
  return stages.map((stage) => ({ type: 'StageStarted', data: { stage } }));
}
