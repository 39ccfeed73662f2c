import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '../event-store/event-store.port.js';
import { handle } from './handle.js';

/**
 * Asks the project's active run to end; a second time changes nothing.
 * @throws RunNotActive
 */
export class CancelRunCommand extends Command<{ seq: number }> {
  constructor(
    readonly projectId: string,
    readonly actor: string,
    readonly reason?: string,
  ) {
    super();
  }
}

@CommandHandler(CancelRunCommand)
export class CancelRunHandler implements ICommandHandler<CancelRunCommand> {
  constructor(private readonly store: EventStore) {}

  async execute({ projectId, actor, reason }: CancelRunCommand): Promise<{ seq: number }> {
    const command = { type: 'RequestCancel' as const, ...(reason !== undefined && { reason }) };
    const { state } = await handle(this.store, projectId, command, actor);
    return { seq: state.seq };
  }
}
