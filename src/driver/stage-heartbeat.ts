import { STAGE_RULES, type Stage } from '../generation/stage-plan.js';
import type { ProjectSession } from './project-session.js';

/** Notifies viewers every `everyMs` that the stage is running; a notice, so that waiting does not fill the log. @returns a function that stops it */
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
