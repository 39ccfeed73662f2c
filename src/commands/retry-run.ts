import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '../event-store/event-store.port.js';
import { handle } from './handle.js';

/**
 * Continues the project's failed run from the stage that failed.
 * @throws RunNotRetryable
 */
export class RetryRunCommand extends Command<{ seq: number }> {
  constructor(
    readonly projectId: string,
    readonly actor: string,
  ) {
    super();
  }
}

@CommandHandler(RetryRunCommand)
export class RetryRunHandler implements ICommandHandler<RetryRunCommand> {
  constructor(private readonly store: EventStore) {}

  async execute({ projectId, actor }: RetryRunCommand): Promise<{ seq: number }> {
    const { state } = await handle(this.store, projectId, { type: 'RetryRun' }, actor);
    return { seq: state.seq };
  }
}
