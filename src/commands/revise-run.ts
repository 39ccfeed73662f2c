import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '../event-store/event-store.port.js';
import { personOf } from '../generation/people-edits.js';
import { handle } from './handle.js';
import { OpenEdits } from './open-edits.port.js';
import { SpendingLimit } from './spending-limit.port.js';

export interface ReviseOutcome {
  readonly seq: number;
  /** Absent where it began at once. */
  readonly queued?: { readonly revision: number; readonly position: number };
}

/**
 * Begins a run that changes the app as it is, or lets it wait for the end of the active one.
 * @throws RunNotRevisable, RevisionQueueFull, BudgetReached
 */
export class ReviseRunCommand extends Command<ReviseOutcome> {
  /** @param userId whose change it is; undefined: nobody's name is known */
  constructor(
    readonly projectId: string,
    readonly userId: string | undefined,
    readonly instruction: string,
  ) {
    super();
  }
}

@CommandHandler(ReviseRunCommand)
export class ReviseRunHandler implements ICommandHandler<ReviseRunCommand> {
  constructor(
    private readonly store: EventStore,
    private readonly limit: SpendingLimit,
    private readonly edits: OpenEdits,
  ) {}

  async execute({ projectId, userId, instruction }: ReviseRunCommand): Promise<ReviseOutcome> {
    // Only a model can do it: a run that may not ask one would be of no use.
    await this.limit.requireLeft(projectId);
    await this.edits.settle(projectId);
    const command = { type: 'ReviseRun', instruction, ...(userId !== undefined && { userId }) } as const;
    const { state, events } = await handle(this.store, projectId, command, personOf(userId));
    const revision = events.find(({ type }) => type === 'RevisionQueued')?.seq;
    const position = state.queue.findIndex((each) => each.revision === revision) + 1;
    return { seq: state.seq, ...(revision !== undefined && position > 0 && { queued: { revision, position } }) };
  }
}
