import { Command as BusCommand, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { findTheme, UnknownTemplate } from '../blueprint/themes.js';
import { ProjectExists } from '../generation/errors.js';
import { EventStore, VersionConflict } from '../event-store/event-store.port.js';
import type { Command } from '../generation/commands.js';
import type { RunOptions } from '../generation/events.js';
import { type PublicStatus, publicStatus } from '../generation/public-status.js';
import { personOf } from '../generation/people-edits.js';
import { newProject } from '../generation/state.js';
import { decideAndAppend, type Handled, handle } from './handle.js';
import { OpenEdits } from './open-edits.port.js';
import type { StartRequest } from '../contract/requests.js';

export interface StartOutcome {
  /** False: an active run was there and this start joined it. */
  readonly isNew: boolean;
  readonly run: number;
  /** The project's after the command. */
  readonly status: PublicStatus;
  /** ISO 8601; when the run was requested. */
  readonly requestedAt: string;
}

/**
 * Starts a run of the project, or joins the active one.
 * @throws UnknownTemplate when `template_id` names none; ProjectExists when `create` asks for a new one.
 */
export class StartRunCommand extends BusCommand<StartOutcome> {
  constructor(
    readonly projectId: string,
    readonly request: StartRequest,
  ) {
    super();
  }
}

@CommandHandler(StartRunCommand)
export class StartRunHandler implements ICommandHandler<StartRunCommand> {
  constructor(
    private readonly store: EventStore,
    private readonly edits: OpenEdits,
  ) {}

  async execute({ projectId, request }: StartRunCommand): Promise<StartOutcome> {
    const { prompt, user_id, template_id, options, create } = request;
    const command: Command = {
      type: 'StartRun',
      prompt,
      ...(isGiven(user_id) && { userId: user_id }),
      ...(isGiven(template_id) && { templateId: knownTemplate(template_id) }),
      ...(options && Object.keys(options).length > 0 && { options: given(options) }),
    };
    const actor = personOf(isGiven(user_id) ? user_id : undefined);
    if (!create) await this.edits.settle(projectId);
    const { state, events } = create
      ? await this.create(projectId, command, actor)
      : await handle(this.store, projectId, command, actor);
    return {
      isNew: events.length > 0,
      run: state.run?.run ?? 0,
      status: state.run ? publicStatus(state.run) : 'initializing',
      requestedAt: state.run?.requestedAt ?? '',
    };
  }

  /** Appends as the project's very first events, or not at all. */
  private async create(projectId: string, command: Command, actor: string): Promise<Handled> {
    try {
      return await decideAndAppend(this.store, newProject(projectId), command, actor);
    } catch (error) {
      throw error instanceof VersionConflict ? new ProjectExists(projectId) : error;
    }
  }
}

function given({ seed, model }: NonNullable<StartRequest['options']>): RunOptions {
  return { ...(seed !== undefined && { seed }), ...(model !== undefined && { model }) };
}

function isGiven(text: string | null | undefined): text is string {
  return text !== undefined && text !== null;
}

/** The template's own spelling: `-`, `_` and case do not matter to who asks. */
function knownTemplate(id: string): string {
  const theme = findTheme(id);
  if (!theme) throw new UnknownTemplate(id);
  return theme.templateId;
}
