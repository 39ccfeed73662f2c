import { z } from 'zod';
import { STAGES, type Stage } from './generation/stage-plan.js';
import { type StageDeadlinesMs, STAGE_DEADLINES_MS } from './stages/stage-deadlines.js';

/** Node's timers take no longer one. */
const LONGEST_S = 2_000_000;

/** `installing_deps=600,preview_ready=60`, in seconds, to every stage's deadline in milliseconds. */
export const stageDeadlines = z
  .string()
  .default('')
  .transform((list, context): StageDeadlinesMs => {
    const deadlines = { ...STAGE_DEADLINES_MS };
    for (const entry of list.split(',').filter((text) => text.trim() !== '')) {
      const [name = '', seconds = ''] = entry.split('=').map((text) => text.trim());
      const problem = problemOf(name, seconds);
      if (problem === undefined) deadlines[name as Stage] = Number(seconds) * 1000;
      else context.issues.push({ code: 'custom', message: problem, input: list });
    }
    return deadlines;
  });

function problemOf(name: string, seconds: string): string | undefined {
  if (!STAGES.some((stage) => stage === name)) {
    return `${JSON.stringify(name)} is not a stage; the stages are ${STAGES.join(', ')}`;
  }
  const isFine = /^\d+(\.\d+)?$/.test(seconds) && Number(seconds) > 0 && Number(seconds) <= LONGEST_S;
  return isFine ? undefined : `${name} must be followed by = and a number of seconds up to ${LONGEST_S}`;
}
