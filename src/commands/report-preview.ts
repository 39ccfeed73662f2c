import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '../event-store/event-store.port.js';
import type { PreviewCommand } from '../generation/commands.js';
import { handle } from './handle.js';

/** Records what a project's preview says of itself: trouble, or that it is well again. Nothing where that is known already. */
export class ReportPreviewCommand extends Command<void> {
  constructor(
    readonly projectId: string,
    readonly report: PreviewCommand,
  ) {
    super();
  }
}

@CommandHandler(ReportPreviewCommand)
export class ReportPreviewHandler implements ICommandHandler<ReportPreviewCommand> {
  constructor(private readonly store: EventStore) {}

  async execute({ projectId, report }: ReportPreviewCommand): Promise<void> {
    await handle(this.store, projectId, report, 'preview');
  }
}
