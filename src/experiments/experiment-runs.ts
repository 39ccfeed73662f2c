import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CancelRunCommand } from '../commands/cancel-run.js';
import { readProject, recorded } from '../commands/read-project.js';
import { StartRunCommand } from '../commands/start-run.js';
import { Database } from '../event-store/database.js';
import { EventStore, LogUnavailable, type StoredEvent } from '../event-store/event-store.port.js';
import { followAll, type Follower } from '../event-store/follow.js';
import { experimentOfStream } from '../event-store/stream-id.js';
import { ProjectExists, RunNotActive } from '../generation/errors.js';
import type { Arm } from './experiment-events.js';
import { currentProject, type ExperimentState } from './experiment-state.js';
import { Experiments } from './experiments.js';
import { measureRun } from './run-measures.js';

const ACTOR = 'experiments';

/** Events after which a project's run is no longer active. */
const RUN_ENDS: ReadonlySet<string> = new Set(['RunCompleted', 'RunFailed', 'RunCancelled', 'ProjectDeleted']);

/**
 * Process manager: begins the runs of each experiment one after the other, and records how each ended. Whatever it does it may do
 * again, so that it needs no checkpoint and any number of instances may do it.
 */
@Injectable()
export class ExperimentRuns implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Experiments');
  /** The experiment of each project whose run is waited for. */
  private readonly awaited = new Map<string, string>();
  private follower: Follower | undefined;

  constructor(
    private readonly experiments: Experiments,
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly database: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const head = await this.store.headPosition();
    const { rows } = await this.database.pool.query<{ project_id: string }>(
      `select project_id from event where type = 'ExperimentStarted' order by position`,
    );
    await this.advanceAll(rows.map(({ project_id: stream }) => experimentOfStream(stream)));
    this.follower = followAll(this.store, head, (events) => this.advanceAll(this.concerned(events)), {
      onError: (error) => this.logger.warn(`Experiments are stalled; trying again: ${String(error)}`),
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.follower?.stop();
  }

  private concerned(events: readonly StoredEvent[]): readonly (string | undefined)[] {
    return events.map(({ streamId, type }) => {
      const ofItsOwn = experimentOfStream(streamId);
      return ofItsOwn ?? (RUN_ENDS.has(type) ? this.awaited.get(streamId) : undefined);
    });
  }

  /** An experiment that fails does not hold up the others. @throws LogUnavailable */
  private async advanceAll(ids: readonly (string | undefined)[]): Promise<void> {
    for (const id of new Set(ids)) {
      if (id === undefined) continue;
      try {
        while (await this.advance(await this.experiments.get(id)));
      } catch (error) {
        if (error instanceof LogUnavailable) throw error;
        this.logger.error(
          `Experiment ${id} cannot continue: ${String(error)}`,
          error instanceof Error ? error.stack : '',
        );
      }
    }
  }

  /** One step; false where there is nothing to do until something happens. */
  private async advance(experiment: ExperimentState): Promise<boolean> {
    const projectId = currentProject(experiment);
    if (projectId === undefined || experiment.status === 'complete') return false;
    const { run, isDeleted } = await readProject(this.store, projectId);
    if (isDeleted || (run && (run.run > 1 || run.status !== 'active'))) return this.recordEnd(experiment, projectId);
    this.awaited.set(projectId, experiment.id);
    if (!run) return experiment.status === 'running' && this.begin(experiment, projectId);
    if (experiment.status === 'cancelled' && !run.isCancelRequested) await this.cancel(projectId);
    return false;
  }

  /** Waits for its end then. */
  private async begin({ arms, userId }: ExperimentState, projectId: string): Promise<false> {
    const arm = arms.find(({ projects }) => projects.includes(projectId));
    if (!arm) throw new Error(`No arm has the project ${projectId}.`);
    await this.commands
      .execute(new StartRunCommand(projectId, { ...requestOf(arm), user_id: userId, create: true }))
      .catch((error: unknown) => {
        // Another instance was quicker.
        if (!(error instanceof ProjectExists)) throw error;
      });
    return false;
  }

  private async cancel(projectId: string): Promise<void> {
    await this.commands
      .execute(new CancelRunCommand(projectId, ACTOR, 'Its experiment was cancelled.'))
      .catch((error: unknown) => {
        // It has just ended by itself.
        if (!(error instanceof RunNotActive)) throw error;
      });
  }

  private async recordEnd({ id }: ExperimentState, projectId: string): Promise<true> {
    const events = recorded(await this.store.read(projectId)).filter(({ run }) => run === 1);
    const status = endOf(events.map(({ type }) => type));
    const command = { type: 'RecordRunEnd', projectId, status, measures: measureRun(events) } as const;
    await this.experiments.handle(id, command, ACTOR);
    this.awaited.delete(projectId);
    return true;
  }
}

function requestOf({ prompt, template_id, model, seed }: Arm) {
  const options = { ...(model !== undefined && { model }), ...(seed !== undefined && { seed }) };
  return { prompt, template_id, options };
}

/** Of the first run: as it ended last, where it was retried. */
function endOf(types: readonly string[]) {
  const ends = {
    RunCompleted: 'complete',
    RunFailed: 'failed',
    RunCancelled: 'cancelled',
    ProjectDeleted: 'deleted',
  } as const;
  const last = types.findLast((type): type is keyof typeof ends => type in ends);
  return last === undefined ? 'deleted' : ends[last];
}
