import type { RunStatus } from '../contract/run.js';

/** The command needs an active run, and there is none. */
export class RunNotActive extends Error {
  readonly code = 'run_not_active';
  constructor(projectId: string, status: RunStatus | undefined) {
    super(
      status
        ? `Project ${projectId} has no active run (its last one is ${status}); start a new one.`
        : `Project ${projectId} has no run yet; start one.`,
    );
    this.name = 'RunNotActive';
  }
}

/** Only a failed run can be retried. */
export class RunNotRetryable extends Error {
  readonly code = 'run_not_retryable';
  constructor(projectId: string, status: RunStatus | undefined) {
    super(
      `Project ${projectId} cannot be retried (${status ? `its last run is ${status}` : 'it has no run yet'}); start a new run.`,
    );
    this.name = 'RunNotRetryable';
  }
}

/** Only an app that has been in its preview can be revised. */
export class RunNotRevisable extends Error {
  readonly code = 'run_not_revisable';
  constructor(projectId: string, status: RunStatus | undefined) {
    super(
      status
        ? `Project ${projectId} has no app to revise yet (its last run is ${status}); retry it, or start a new run.`
        : `Project ${projectId} has no app to revise yet; start a run first.`,
    );
    this.name = 'RunNotRevisable';
  }
}

/** The queue of revisions is full. */
export class RevisionQueueFull extends Error {
  readonly code = 'revision_queue_full';
  constructor(projectId: string, most: number) {
    super(`${most} revisions of project ${projectId} are already queued: withdraw one, or wait for the next to begin.`);
    this.name = 'RevisionQueueFull';
  }
}

/** No such revision is queued (any more). */
export class RevisionNotQueued extends Error {
  readonly code = 'revision_not_queued';
  constructor(projectId: string, revision: number) {
    super(`Project ${projectId} has no queued revision ${revision} (any more).`);
    this.name = 'RevisionNotQueued';
  }
}

/** Only a complete app can be shared. */
export class RunNotShareable extends Error {
  readonly code = 'run_not_shareable';
  constructor(projectId: string, status: RunStatus | undefined) {
    super(
      `Project ${projectId} cannot be shared yet (${status ? `its last run is ${status}` : 'it has no run yet'}); share it when its run is complete.`,
    );
    this.name = 'RunNotShareable';
  }
}

/** Another driver has attached since: the sender must stop at once. */
export class DriverSuperseded extends Error {
  readonly code = 'driver_superseded';
  constructor(projectId: string, epoch: number, currentEpoch: number) {
    super(`The driver of project ${projectId} with epoch ${epoch} was superseded by epoch ${currentEpoch}.`);
    this.name = 'DriverSuperseded';
  }
}

/** A file is no longer the version that the change was based on. */
export class FileChanged extends Error {
  readonly code = 'file_changed';
  constructor(
    readonly path: string,
    /** The sha256 of the current version; null: there is no such file. */
    readonly sha256: string | null,
  ) {
    super(
      sha256 === null
        ? `There is no file ${path} (any more).`
        : `The file ${path} has changed: its newest version has the sha256 ${sha256}.`,
    );
    this.name = 'FileChanged';
  }
}

/** No run was ever started under this id, and no project was forked into it. */
export class ProjectNotFound extends Error {
  readonly code = 'project_not_found';
  constructor(readonly projectId: string) {
    super(`There is no project ${projectId}.`);
    this.name = 'ProjectNotFound';
  }
}

/** The project was deleted for good; its id stays taken. */
export class ProjectGone extends Error {
  readonly code = 'project_gone';
  constructor(readonly projectId: string) {
    super(`Project ${projectId} was deleted.`);
    this.name = 'ProjectGone';
  }
}

/** A fork needs an id of its own. */
export class ProjectExists extends Error {
  readonly code = 'project_exists';
  constructor(projectId: string) {
    super(`Project ${projectId} already exists.`);
    this.name = 'ProjectExists';
  }
}

/** An active run writes the files that the command would change. */
export class RunStillActive extends Error {
  readonly code = 'run_active';
  constructor(projectId: string, intent: string) {
    super(`Project ${projectId} has an active run: cancel it, or wait for its end, ${intent}.`);
    this.name = 'RunStillActive';
  }
}

/** The project has no open conflict of that number (any more). */
export class ConflictNotFound extends Error {
  readonly code = 'conflict_not_found';
  constructor(projectId: string, conflict: number) {
    super(`Project ${projectId} has no open conflict ${conflict}.`);
    this.name = 'ConflictNotFound';
  }
}

/** The project had no app at that moment. */
export class NothingToFork extends Error {
  readonly code = 'nothing_to_fork';
  constructor(projectId: string, seq: number) {
    super(`Project ${projectId} had no app yet at ${seq}: fork it at a later moment.`);
    this.name = 'NothingToFork';
  }
}

/** The project has no file of this path (now). */
export class FileNotFound extends Error {
  readonly code = 'file_not_found';
  constructor(projectId: string, path: string) {
    super(`Project ${projectId} has no file ${JSON.stringify(path)}.`);
    this.name = 'FileNotFound';
  }
}

/** The client asked for messages after a seq that the project's log has not reached yet. */
export class CursorInvalid extends Error {
  readonly code = 'cursor_invalid';
  readonly details: readonly { readonly field: string; readonly message: string }[];
  constructor(
    projectId: string,
    after: number,
    /** The last seq of the log. */
    readonly head: number,
  ) {
    super(`There is no message ${after}: the last one of project ${projectId} is ${head}.`);
    this.name = 'CursorInvalid';
    this.details = [{ field: 'after', message: `must be at most ${head}` }];
  }
}
