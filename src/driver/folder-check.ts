import { Logger } from '@nestjs/common';
import type { BlobStore } from '../event-store/blob-store.port.js';
import type { StageOutput } from '../generation/events.js';
import { STAGE_RULES } from '../generation/stage-plan.js';
import type { ProjectState } from '../generation/state.js';
import type { ProjectRestorer } from '../stages/project-restorer.js';
import { type StageContext, StageTask } from '../stages/stage-task.js';
import { contentsOf } from './project-contents.js';

/**
 * Makes sure, before a driver's first stage continues, that the project's folder matches the log: if it is on another machine or was
 * deleted, it is rebuilt. Extra files that a crash left there stay: the stage that wrote them writes them again.
 */
export class FolderCheck {
  private readonly logger = new Logger('Driver');
  private checked: Promise<void> | undefined;

  constructor(
    private readonly atAttach: ProjectState,
    private readonly restorer: Pick<ProjectRestorer, 'restore'>,
    private readonly blobs: BlobStore,
  ) {}

  /** The task, run after the check; if the check fails, the stage fails. */
  before(task: StageTask): StageTask {
    const hasNothing = Object.keys(this.atAttach.files).length === 0 && !this.isServed;
    return hasNothing || STAGE_RULES[task.stage].isWithoutFolder ? task : new CheckedTask(task, () => this.done());
  }

  /** A preview was opened before this driver attached, perhaps on another machine, so ours may not know of it. */
  private get isServed(): boolean {
    return this.atAttach.run?.stages.starting_server === 'succeeded';
  }

  /** Once for all stages; again after it failed. */
  private done(): Promise<void> {
    this.checked ??= this.check().catch((error: unknown) => {
      this.checked = undefined;
      throw error;
    });
    return this.checked;
  }

  private check(): Promise<void> {
    return this.bringTo(this.atAttach);
  }

  /** Makes the folder match a state of the project: what somebody wrote a moment ago may not be there yet. */
  async bringTo(state: ProjectState): Promise<void> {
    const { projectId } = state;
    const files = await contentsOf(state, this.blobs);
    const { missing, changed } = await this.restorer.restore(projectId, files, { keepsOthers: true });
    const count = missing.length + changed.length;
    if (count > 0) this.logger.log(`Rebuilt ${count} of ${files.length} files of ${projectId} from the log.`);
  }
}

class CheckedTask extends StageTask {
  override readonly stage;

  constructor(
    private readonly task: StageTask,
    private readonly checked: () => Promise<void>,
  ) {
    super();
    this.stage = task.stage;
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    await this.checked();
    context.signal.throwIfAborted();
    return this.task.execute(context);
  }
}
