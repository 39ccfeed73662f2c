import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PointedAt } from '../contract/requests.js';
import { BlobStore } from '../event-store/blob-store.port.js';
import { EventStore } from '../event-store/event-store.port.js';
import type { ReviseRun } from '../generation/commands.js';
import type { PointedLine } from '../generation/events.js';
import { personOf } from '../generation/people-edits.js';
import { handle } from './handle.js';
import { OpenEdits } from './open-edits.port.js';
import { readProject } from './read-project.js';
import { SpendingLimit } from './spending-limit.port.js';

/** Characters of a line that are kept. */
const MAX_LINE = 300;

export interface ReviseOutcome {
  readonly seq: number;
  /** Absent where it began at once. */
  readonly queued?: { readonly revision: number; readonly position: number };
}

/**
 * Begins a run that changes the app as it is, or lets it wait for the end of the active one.
 * @throws RunNotRevisable, RevisionQueueFull, FileNotFound, BudgetReached
 */
export class ReviseRunCommand extends Command<ReviseOutcome> {
  /** @param userId whose change it is; undefined: nobody's name is known */
  constructor(
    readonly projectId: string,
    readonly userId: string | undefined,
    readonly instruction: string,
    /** A line of a file of the app; undefined: all of it is meant. */
    readonly at?: PointedAt,
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
    private readonly blobs: BlobStore,
  ) {}

  async execute({ projectId, userId, instruction, at }: ReviseRunCommand): Promise<ReviseOutcome> {
    // Only a model can do it: a run that may not ask one would be of no use.
    await this.limit.requireLeft(projectId);
    await this.edits.settle(projectId);
    const command: ReviseRun = {
      ...{ type: 'ReviseRun', instruction },
      ...(userId !== undefined && { userId }),
      ...(at && { at: await this.lineOf(projectId, at) }),
    };
    const { state, events } = await handle(this.store, projectId, command, personOf(userId));
    const revision = events.find(({ type }) => type === 'RevisionQueued')?.seq;
    const position = state.queue.findIndex((each) => each.revision === revision) + 1;
    return { seq: state.seq, ...(revision !== undefined && position > 0 && { queued: { revision, position } }) };
  }

  /** The line's current code: by the time the change begins, the line may have another number. */
  private async lineOf(projectId: string, { path, line }: PointedAt): Promise<PointedLine> {
    const { files } = await readProject(this.store, projectId);
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    const [text] = file ? await this.blobs.get([file.sha256]) : [];
    const code = text?.toString('utf8').split('\n')[line - 1]?.trim().slice(0, MAX_LINE);
    return { path, line, ...(code !== undefined && { code }) };
  }
}
