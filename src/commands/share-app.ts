import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '../event-store/event-store.port.js';
import { handle } from './handle.js';
import { OpenEdits } from './open-edits.port.js';

/** What the request came to: the site is being exported, or it is there already as the app is now. */
export interface ShareOutcome {
  readonly isExporting: boolean;
  /** The stream's head after the command. */
  readonly seq: number;
}

/**
 * Asks for the finished app as a static site; a second time, with nothing changed, changes nothing.
 * @throws RunNotShareable
 */
export class ShareAppCommand extends Command<ShareOutcome> {
  constructor(
    readonly projectId: string,
    readonly actor: string,
  ) {
    super();
  }
}

@CommandHandler(ShareAppCommand)
export class ShareAppHandler implements ICommandHandler<ShareAppCommand> {
  constructor(
    private readonly store: EventStore,
    private readonly edits: OpenEdits,
  ) {}

  async execute({ projectId, actor }: ShareAppCommand): Promise<ShareOutcome> {
    await this.edits.settle(projectId);
    const { state } = await handle(this.store, projectId, { type: 'RequestShare' }, actor);
    return { isExporting: state.isShareRequested, seq: state.seq };
  }
}
