import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { findTheme, UnknownTemplate } from '../blueprint/themes.js';
import { EventStore } from '../event-store/event-store.port.js';
import { handle } from './handle.js';
import type { StartRequest } from './start-request.js';

export interface StartOutcome {
  /** False: an active run was there and this start joined it. */
  readonly isNew: boolean;
  readonly run: number;
  /** The stream's head after the command. */
  readonly seq: number;
  /** ISO 8601; when the run was requested. */
  readonly requestedAt: string;
}

/**
 * Starts a run of the project, or joins the active one.
 * @throws UnknownTemplate when `template_id` names none.
 */
export class StartRunCommand extends Command<StartOutcome> {
  constructor(
    readonly projectId: string,
    readonly request: StartRequest,
  ) {
    super();
  }
}

@CommandHandler(StartRunCommand)
export class StartRunHandler implements ICommandHandler<StartRunCommand> {
  constructor(private readonly store: EventStore) {}

  async execute({ projectId, request }: StartRunCommand): Promise<StartOutcome> {
    const { prompt, user_id, template_id, options } = request;
    const { state, events } = await handle(
      this.store,
      projectId,
      {
        type: 'StartRun',
        prompt,
        ...(isGiven(user_id) && { userId: user_id }),
        ...(isGiven(template_id) && { templateId: knownTemplate(template_id) }),
        ...(options?.seed !== undefined && { options: { seed: options.seed } }),
      },
      isGiven(user_id) ? `user:${user_id}` : 'anonymous',
    );
    return {
      isNew: events.length > 0,
      run: state.run?.run ?? 0,
      seq: state.seq,
      requestedAt: state.run?.requestedAt ?? '',
    };
  }
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
