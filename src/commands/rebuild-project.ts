import { Command } from '@nestjs/cqrs';

export interface RebuildOutcome {
  /** The event up to which the folder shows the project. */
  readonly seq: number;
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly files: number;
  /** How the folder differed before; POSIX paths. */
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly extra: readonly string[];
}

/**
 * Rebuilds a project's folder from the log and verifies it by hash: its own folder, or at an earlier `seq` one apart.
 * Handled in `driver/`, which knows the folders.
 * @throws SeqUnknown, RunUnderWay
 */
export class RebuildProjectCommand extends Command<RebuildOutcome> {
  constructor(
    readonly projectId: string,
    readonly seq?: number,
  ) {
    super();
  }
}

/** The log has no event of that seq. */
export class SeqUnknown extends Error {
  readonly code = 'seq_unknown';
  constructor(projectId: string, seq: number, head: number) {
    super(
      head === 0
        ? `There is no project ${projectId} in this log.`
        : `Project ${projectId} has no event ${seq}: its events are 1 to ${head}.`,
    );
    this.name = 'SeqUnknown';
  }
}

/** Its folder is being written: rebuilding it would take away what is about to be recorded. */
export class RunUnderWay extends Error {
  readonly code = 'run_under_way';
  constructor(projectId: string) {
    super(`A run of project ${projectId} is active, and it keeps the folder correct by itself.`);
    this.name = 'RunUnderWay';
  }
}
