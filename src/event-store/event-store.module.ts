import type {
  BeforeApplicationShutdown,
  DynamicModule,
  OnApplicationBootstrap,
  OnApplicationShutdown,
} from '@nestjs/common';
import { Module } from '@nestjs/common';
import { BlobStore } from './blob-store.port.js';
import { BlobSweep } from './blob-sweep.js';
import type { DatabaseOptions } from './database.js';
import { Database } from './database.js';
import { EventStore } from './event-store.port.js';
import { PostgresBlobStore } from './postgres-blob-store.js';
import { PostgresEventStore } from './postgres-event-store.js';

/** Runs the blob sweep while the service runs. */
class Sweeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly sweep: BlobSweep) {}

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }
}

/** Closes the log after everything that stops in an earlier shutdown hook (`onModuleDestroy`, `beforeApplicationShutdown`). */
class LogShutdown implements OnApplicationShutdown {
  constructor(
    private readonly store: PostgresEventStore,
    private readonly database: Database,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
    await this.database.close();
  }
}

/** The event log, the blob store and their database, for the whole application: `EventStore`, `BlobStore`, `Database`. */
@Module({})
export class EventStoreModule {
  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: EventStoreModule,
      global: true,
      providers: [
        { provide: Database, useFactory: () => Database.open(options) },
        {
          provide: EventStore,
          inject: [Database],
          useFactory: (database: Database) => startStore(database, options.log),
        },
        { provide: BlobStore, inject: [Database], useFactory: ({ pool }: Database) => new PostgresBlobStore(pool) },
        {
          provide: Sweeping,
          inject: [Database],
          useFactory: ({ pool }: Database) => new Sweeping(new BlobSweep(pool, options.log)),
        },
        {
          provide: LogShutdown,
          inject: [EventStore, Database],
          useFactory: (store: PostgresEventStore, database: Database) => new LogShutdown(store, database),
        },
      ],
      exports: [Database, EventStore, BlobStore],
    };
  }
}

async function startStore({ pool, connection }: Database, log: (line: string) => void): Promise<PostgresEventStore> {
  const store = new PostgresEventStore(pool, connection, (error) => {
    log(`The log's doorbell: ${error instanceof Error ? error.message : String(error)}`);
  });
  await store.start();
  return store;
}
