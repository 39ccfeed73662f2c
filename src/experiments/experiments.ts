import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { EventStore, type StoredEvent, VersionConflict } from '../event-store/event-store.port.js';
import { experimentStream } from '../event-store/stream-id.js';
import { decideExperiment, type ExperimentCommand } from './decide-experiment.js';
import { ExperimentNotFound } from './errors.js';
import type { RecordedExperimentEvent } from './experiment-events.js';
import { evolveExperiment, type ExperimentState, newExperiment } from './experiment-state.js';

const MAX_TRIES = 20;

/** An experiment, and its place among all of them. */
export interface ListedExperiment {
  readonly experiment: ExperimentState;
  readonly position: number;
}

/** The experiments: each is read from its own stream, and no view is waited for. */
@Injectable()
export class Experiments {
  constructor(
    private readonly store: EventStore,
    private readonly database: Database,
  ) {}

  /** @throws ExperimentNotFound */
  async get(id: string): Promise<ExperimentState> {
    const state = await this.read(id);
    if (state.seq === 0) throw new ExperimentNotFound(id);
    return state;
  }

  /** Newest first; at most `limit`, those that began before the log's `position`. */
  async list(limit: number, position: number | undefined): Promise<readonly ListedExperiment[]> {
    const { rows } = await this.database.pool.query<{ id: string; position: number }>(
      `select substr(project_id, $3) as id, position::float8 as position from event
       where type = 'ExperimentStarted' and ($1::bigint is null or position < $1) order by position desc limit $2`,
      [position ?? null, limit, experimentStream('').length + 1],
    );
    return Promise.all(rows.map(async (row) => ({ experiment: await this.read(row.id), position: row.position })));
  }

  /** Makes the command true. @throws what `decideExperiment` throws */
  async handle(id: string, command: ExperimentCommand, actor: string): Promise<ExperimentState> {
    for (let tries = 1; ; tries++) {
      const state = await this.read(id);
      const facts = decideExperiment(state, command).map((fact) => ({ ...fact, run: 0, actor }));
      try {
        return (await this.store.append(experimentStream(id), state.seq, facts)).reduce(evolve, state);
      } catch (error) {
        if (!(error instanceof VersionConflict) || tries >= MAX_TRIES) throw error;
      }
    }
  }

  private async read(id: string): Promise<ExperimentState> {
    return (await this.store.read(experimentStream(id))).reduce(evolve, newExperiment(id));
  }
}

/** The log holds only what `decideExperiment` made. */
function evolve(state: ExperimentState, event: StoredEvent): ExperimentState {
  return evolveExperiment(state, event as unknown as RecordedExperimentEvent);
}
