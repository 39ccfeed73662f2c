import { type DynamicModule, Module } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { type StageDeadlinesMs, StageTiming } from '../stages/stage-deadlines.js';
import { StagesModule } from '../stages/stages.module.js';
import { Dispatcher } from './dispatcher.js';
import { DriveQueue, DriveQueueOptions } from './drive-queue.js';
import { ProjectDriver } from './project-driver.js';
import { ProjectEraser } from './project-eraser.js';
import { PastVersions } from './past-versions.js';
import { ProjectFolders, ProjectFoldersOptions, RebuildProjectHandler } from './project-folders.js';

const HEARTBEAT_MS = 5_000;

export interface DriverSettings {
  /** How many runs this process drives at the same time. */
  readonly maxActiveRuns: number;
  readonly stageDeadlinesMs: StageDeadlinesMs;
  /** How many screens a run requests from a model at the same time. */
  readonly screenBatchSize: number;
  /** US dollars that a run may spend on models; undefined: no limit. */
  readonly budgetUsdPerRun: number | undefined;
  /** Folder for projects rebuilt at an earlier seq. */
  readonly rebuiltDir: string;
}

/** Drives runs forward. */
@Module({})
export class DriverModule {
  static forRoot({
    maxActiveRuns,
    stageDeadlinesMs,
    screenBatchSize,
    budgetUsdPerRun,
    rebuiltDir,
  }: DriverSettings): DynamicModule {
    return {
      module: DriverModule,
      imports: [StagesModule.forRoot({ budgetUsdPerRun, screenBatchSize })],
      providers: [
        {
          provide: DriveQueueOptions,
          inject: [Database],
          useFactory: (database: Database): DriveQueueOptions => ({ connection: database.connection, maxActiveRuns }),
        },
        {
          provide: StageTiming,
          useValue: { deadlinesMs: stageDeadlinesMs, heartbeatMs: HEARTBEAT_MS } satisfies StageTiming,
        },
        { provide: ProjectFoldersOptions, useValue: { rebuiltDir } satisfies ProjectFoldersOptions },
        ProjectFolders,
        PastVersions,
        RebuildProjectHandler,
        ProjectEraser,
        ProjectDriver,
        DriveQueue,
        Dispatcher,
      ],
      exports: [ProjectFolders, PastVersions],
    };
  }
}
