import { type DynamicModule, Module } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { StagesModule } from '../stages/stages.module.js';
import { Dispatcher } from './dispatcher.js';
import { DriveQueue, DriveQueueOptions } from './drive-queue.js';
import { ProjectDriver } from './project-driver.js';

export interface DriverOptions {
  /** Runs driven at once by this process. */
  readonly maxActiveRuns: number;
  /** Screens that a run asks a model for at once. */
  readonly screenBatchSize: number;
}

/** Drives runs forward. */
@Module({})
export class DriverModule {
  static forRoot({ maxActiveRuns, screenBatchSize }: DriverOptions): DynamicModule {
    return {
      module: DriverModule,
      imports: [StagesModule.forRoot({ screenBatchSize })],
      providers: [
        {
          provide: DriveQueueOptions,
          inject: [Database],
          useFactory: (database: Database): DriveQueueOptions => ({ connection: database.connection, maxActiveRuns }),
        },
        ProjectDriver,
        DriveQueue,
        Dispatcher,
      ],
    };
  }
}
