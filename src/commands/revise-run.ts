import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '../event-store/event-store.port.js';
import { handle } from './handle.js';
import { OpenEdits } from './open-edits.port.js';
import { SpendingLimit } from './spending-limit.port.js';

/**
 * Begins a run that changes the app as it is.
 * @throws RunNotRevisable, BudgetReached
 */
export class ReviseRunCommand extends Command<{ seq: number }> {
  constructor(
    readonly projectId: string,
    readonly actor: string,
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

  async execute({ projectId, actor, instruction }: ReviseRunCommand): Promise<{ seq: number }> {
    // Only a model can do it: a run that may not ask one would be of no use.
    await this.limit.requireLeft(projectId);
    await this.edits.settle(projectId);
    const { state } = await handle(this.store, projectId, { type: 'ReviseRun', instruction }, actor);
    return { seq: state.seq };
  }
}
