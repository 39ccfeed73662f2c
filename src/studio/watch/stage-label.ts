import { STAGE_TABLE, type Stage } from '../../contract/stages.js';

export const STAGE_NAMES = Object.keys(STAGE_TABLE) as Stage[];

/** What the stage is called where it is listed. */
export function stageLabel(stage: Stage): string {
  return STAGE_TABLE[stage].words.started;
}
