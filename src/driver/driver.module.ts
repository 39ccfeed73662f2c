import { type DynamicModule, Module } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { StagesModule } from '../stages/stages.module.js';
import { Dispatcher } from './dispatcher.js';
import { DriveQueue, DriveQueueOptions } from './drive-queue.js';
import { ProjectDriver } from './project-driver.js';

/** Drives runs forward. */
@Module({})
export class DriverModule {
  static forRoot({ maxActiveRuns }: { maxActiveRuns: number }): DynamicModule {
    return {
      module: DriverModule,
      imports: [StagesModule],
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
