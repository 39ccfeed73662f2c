/** The stages of a run, in the order of their percentages (DESIGN.md section 3). */
export const STAGES = [
  'analyzing',
  'creating_project',
  'generating_base',
  'installing_deps',
  'starting_server',
  'creating_tunnel',
  'preview_ready',
  'generating_screens',
  'adding_components',
  'generating_images',
  'complete',
] as const;

export type Stage = (typeof STAGES)[number];

interface StageRule {
  /** The run's progress once this stage is reached, 0 to 100. */
  readonly percent: number;
  /** The stages that must have succeeded before this one starts. */
  readonly after: readonly Stage[];
  /** A background stage never delays, fails or advances the run. */
  readonly isBackground?: true;
}

/** What starts after what. The driver knows none of this: only `decide` reads it. */
export const STAGE_RULES: Readonly<Record<Stage, StageRule>> = {
  analyzing: { percent: 5, after: [] },
  creating_project: { percent: 15, after: [] },
  generating_base: { percent: 25, after: ['analyzing', 'creating_project'] },
  installing_deps: { percent: 35, after: ['creating_project'] },
  starting_server: { percent: 45, after: ['installing_deps'] },
  creating_tunnel: { percent: 55, after: ['starting_server'] },
  preview_ready: { percent: 60, after: ['generating_base', 'creating_tunnel'] },
  generating_screens: { percent: 60, after: ['analyzing'] },
  adding_components: { percent: 90, after: ['preview_ready', 'generating_screens'] },
  generating_images: { percent: 95, after: ['analyzing'], isBackground: true },
  complete: { percent: 100, after: ['adding_components'] },
};

/** The stage itself and every stage that must have succeeded before it. */
export function stagesUpTo(stage: Stage): ReadonlySet<Stage> {
  return new Set([stage, ...STAGE_RULES[stage].after.flatMap((before) => [...stagesUpTo(before)])]);
}

/** Where `generating_screens` ends; each screen that arrives moves the run from 60 towards it. */
export const SCREENS_DONE_PERCENT = 85;
