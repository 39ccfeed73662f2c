import type { Stage } from '../generation/stage-plan.js';
import type { StageTask } from './stage-task.js';

/** `complete` has no work to do: the rules decide it. */
type StageWithTask = Exclude<Stage, 'complete'>;

/** A task for every stage: the compiler reports one that is missing or under another's name. */
export type TaskOfEachStage = { readonly [Name in StageWithTask]: StageTask & { readonly stage: Name } };

export class StageTasks {
  constructor(private readonly tasks: TaskOfEachStage) {}

  /** @throws Error for `complete`, which nobody has to run */
  of(stage: Stage): StageTask {
    if (stage === 'complete') throw new Error('The stage complete has no task.');
    return this.tasks[stage];
  }
}
