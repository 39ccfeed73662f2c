import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '../event-store/event-store.port.js';
import { handle } from './handle.js';

/**
 * Takes a revision out of the queue.
 * @throws RevisionNotQueued
 */
export class WithdrawRevisionCommand extends Command<{ seq: number }> {
  constructor(
    readonly projectId: string,
    readonly actor: string,
    readonly revision: number,
  ) {
    super();
  }
}

@CommandHandler(WithdrawRevisionCommand)
export class WithdrawRevisionHandler implements ICommandHandler<WithdrawRevisionCommand> {
  constructor(private readonly store: EventStore) {}

  async execute({ projectId, actor, revision }: WithdrawRevisionCommand): Promise<{ seq: number }> {
    const command = { type: 'WithdrawRevision', revision, author: actor } as const;
    const { state } = await handle(this.store, projectId, command, actor);
    return { seq: state.seq };
  }
}
