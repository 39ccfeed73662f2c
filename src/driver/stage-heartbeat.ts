import { STAGE_RULES, type Stage } from '../generation/stage-plan.js';
import type { ProjectSession } from './project-session.js';

/** Tells viewers every `everyMs` that the stage is at work: a notice, so that waiting fills no log. @returns how to stop it */
export function keepTelling(session: ProjectSession, stage: Stage, everyMs: number): () => void {
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    session.notify({
      code: 'stage_running',
      message: `${STAGE_RULES[stage].words.started}: running for ${seconds} s`,
      stage,
      running_ms: seconds * 1000,
    });
  }, everyMs);
  return () => clearInterval(timer);
}
