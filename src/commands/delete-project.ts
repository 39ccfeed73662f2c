import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '../event-store/event-store.port.js';
import { handle } from './handle.js';

/**
 * Deletes a project for good. From then on nobody can read it; its contents are erased afterwards (`driver/`).
 * @throws ProjectNotFound, ProjectGone
 */
export class DeleteProjectCommand extends Command<void> {
  constructor(
    readonly projectId: string,
    readonly actor: string,
  ) {
    super();
  }
}

@CommandHandler(DeleteProjectCommand)
export class DeleteProjectHandler implements ICommandHandler<DeleteProjectCommand> {
  constructor(private readonly store: EventStore) {}

  async execute({ projectId, actor }: DeleteProjectCommand): Promise<void> {
    await handle(this.store, projectId, { type: 'DeleteProject', author: actor }, actor);
  }
}
