import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { EventStore } from '../event-store/event-store.port.js';
import { ProjectionRunner } from './projection-runner.js';
import { READ_MODELS, type ReadModelName } from './read-models.js';

/** How long a reader waits until the views contain what it has just written. */
const READ_YOUR_WRITES_MS = 2_000;

/** All read models, kept up to date while the service runs. */
@Injectable()
export class Projections implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly runners: ReadonlyMap<ReadModelName, ProjectionRunner>;

  constructor(
    database: Database,
    private readonly store: EventStore,
  ) {
    this.runners = new Map(
      (Object.keys(READ_MODELS) as ReadModelName[]).map((name) => [
        name,
        new ProjectionRunner(READ_MODELS[name].projection, database.pool, store),
      ]),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await Promise.all([...this.runners.values()].map((runner) => runner.start()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.runners.values()].map((runner) => runner.stop()));
  }

  /** True once the view contains everything up to `position` in the log; false after 2 s. */
  async caughtUp(name: ReadModelName, position: number): Promise<boolean> {
    return (await this.runners.get(name)?.caughtUp(position, READ_YOUR_WRITES_MS)) ?? false;
  }

  /** Like {@link caughtUp}, for a caller that has just appended the event `seq` to the stream. */
  async caughtUpStream(name: ReadModelName, streamId: string, seq: number): Promise<boolean> {
    const [event] = await this.store.read(streamId, { afterSeq: seq - 1, limit: 1 });
    return event ? this.caughtUp(name, event.position) : false;
  }

  /** How many events each view is behind the log's head. */
  async lag(): Promise<Readonly<Record<string, number>>> {
    const head = await this.store.headPosition();
    return Object.fromEntries([...this.runners].map(([name, { position }]) => [name, Math.max(0, head - position)]));
  }
}
