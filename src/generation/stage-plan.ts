import { STAGE_TABLE, type Stage, type StageRow } from '../contract/stages.js';

export type { Stage };

/** In the order of their percentages. */
export const STAGES = Object.keys(STAGE_TABLE) as readonly Stage[];

/** The order of the stages. Only `decide` reads it; the driver does not know it. */
export const STAGE_RULES: Readonly<Record<Stage, StageRow<Stage>>> = STAGE_TABLE;

/** The stage itself and every stage that must have succeeded before it. */
export function stagesUpTo(stage: Stage): ReadonlySet<Stage> {
  return new Set([stage, ...STAGE_RULES[stage].after.flatMap((before) => [...stagesUpTo(before)])]);
}
