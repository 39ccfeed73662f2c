import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { EventStore, type StoredEvent } from '../event-store/event-store.port.js';
import { followAll, type Follower } from '../event-store/follow.js';
import { DRIVER_WAKERS } from '../generation/pending-work.js';
import { DriveQueue } from './drive-queue.js';

const CHECKPOINT = 'driver-dispatch';

/** Process manager: reads the log and asks for a driver wherever one may be needed. At least once; the queue drops doubles. */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Dispatcher');
  private follower: Follower | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly database: Database,
    private readonly queue: DriveQueue,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.start();
    const checkpoint = await this.database.prisma.projection.findUnique({ where: { name: CHECKPOINT } });
    this.follower = followAll(this.store, Number(checkpoint?.position ?? 0), (events) => this.dispatch(events), {
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
    if (last) await this.saveCheckpoint(last.position);
  }

  private async saveCheckpoint(position: number): Promise<void> {
    await this.database.pool.query(
      `insert into projection(name, position, updated_at) values ($1, $2, now())
       on conflict (name) do update set position = greatest(projection.position, excluded.position), updated_at = now()`,
      [CHECKPOINT, position],
    );
  }
}
