import type { Stage } from '../generation/stage-plan.js';
import type { StageTask } from './stage-task.js';

/** The task of each stage that has work to do (`complete` has none: the rules decide it). */
export class StageTasks {
  private readonly byStage: ReadonlyMap<Stage, StageTask>;

  constructor(tasks: readonly StageTask[]) {
    this.byStage = new Map(tasks.map((task) => [task.stage, task]));
  }

  /** @throws Error for a stage without a task: a gap in the wiring, never a user's mistake. */
  of(stage: Stage): StageTask {
    const task = this.byStage.get(stage);
    if (!task) throw new Error(`No task is registered for the stage ${stage}.`);
    return task;
  }
}
