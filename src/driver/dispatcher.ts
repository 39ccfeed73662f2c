import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { EventStore, type StoredEvent } from '../event-store/event-store.port.js';
import { followAll, type Follower } from '../event-store/follow.js';
import { LogCursor } from '../event-store/log-cursor.js';
import { DRIVER_WAKERS } from '../generation/pending-work.js';
import { DriveQueue } from './drive-queue.js';

/** Process manager: reads the log and asks for a driver whenever one may be needed, at least once; the queue drops duplicates. */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Dispatcher');
  private readonly cursor: LogCursor;
  private follower: Follower | undefined;

  constructor(
    private readonly store: EventStore,
    database: Database,
    private readonly queue: DriveQueue,
  ) {
    this.cursor = new LogCursor(database, 'driver-dispatch');
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.start();
    const position = (await this.cursor.position()) ?? 0;
    this.follower = followAll(this.store, position, (events) => this.dispatch(events), {
      onError: (error) => this.logger.error(error),
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.follower?.stop();
    await this.queue.stop();
  }

  private async dispatch(events: readonly StoredEvent[]): Promise<void> {
    const wakers = events.filter((event) => DRIVER_WAKERS.has(event.type));
    for (const { streamId, position } of wakers) await this.queue.request(streamId, position);
    const last = wakers.at(-1);
    if (last) await this.cursor.moveTo(last.position);
  }
}
