import { STAGE_FAILED } from '../generation/retry-policy.js';
import { STAGE_RULES, type Stage } from '../generation/stage-plan.js';

/** Why a stage failed, in the form that its event has. */
export interface StageFailure {
  readonly code: string;
  /** Names what was wrong and what to do. */
  readonly reason: string;
}

/** What to do if the machine lacks something, by the system's error code. */
const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: free some space.',
  EDQUOT: 'The disk quota is used up: free some space.',
  EFBIG: 'The file is larger than this system allows (ulimit -f).',
  EROFS: 'The file system is read-only: set DATA_DIR to a folder that can be written to.',
  EACCES: 'The service may not write there: check who owns DATA_DIR.',
  EPERM: 'The service may not write there: check who owns DATA_DIR.',
  EMFILE: 'Too many files are open: raise the limit (ulimit -n).',
};

export function stageFailure(stage: Stage, error: unknown): StageFailure {
  const code = codeOf(error);
  const advice = code !== undefined && Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  return {
    code: code ?? STAGE_FAILED,
    reason: `${STAGE_RULES[stage].words.failed}: ${advice === undefined ? message : `${advice} (${message})`}`,
  };
}

/** Undefined for a mistake in our own program. */
export function codeOf(error: unknown): string | undefined {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
  return isCoded ? String(error.code) : undefined;
}
