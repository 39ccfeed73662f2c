import { type DynamicModule, type InjectionToken, Module, type ModuleMetadata, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CommandsModule } from '../commands/commands.module.js';
import { ExperimentsModule } from '../experiments/experiments.module.js';
import { AdminPreviewsController } from './admin/admin-previews.controller.js';
import { AdminRunsController } from './admin/admin-runs.controller.js';
import { AdminStatsController } from './admin/admin-stats.controller.js';
import { RunWaterfalls } from './admin/run-waterfalls.js';
import { ApiOptions } from './api-options.js';
import { ErrorFilter } from './errors/error-filter.js';
import { requestValidation } from './errors/request-validation.js';
import { EstimateController } from './estimate/estimate.controller.js';
import { ExperimentResults } from './experiments/experiment-results.js';
import { KnownArmModels } from './experiments/known-arm-models.js';
import { ExperimentsController } from './experiments/experiments.controller.js';
import { EventsController } from './events/events.controller.js';
import { DownloadController } from './download/download.controller.js';
import type { KitPackage } from './download/standalone-project.js';
import { FileHistory } from './files/file-history.js';
import { FilesController } from './files/files.controller.js';
import { GenerateController } from './generate/generate.controller.js';
import { DatabaseCheck } from './health/database-check.js';
import { DiskCheck } from './health/disk-check.js';
import { HEALTH_CHECKS, type HealthCheck } from './health/health-check.port.js';
import { HealthController } from './health/health.controller.js';
import { LogCheck } from './health/log-check.js';
import { ProjectionsCheck } from './health/projections-check.js';
import { ConflictsController } from './history/conflicts.controller.js';
import { HistoryController } from './history/history.controller.js';
import { PagesController } from './home/pages.controller.js';
import { ModelsController } from './models/models.controller.js';
import { LessonsController } from './models/lessons.controller.js';
import { Presets } from './presets/presets.js';
import { PresetsController } from './presets/presets.controller.js';
import { ProjectReader } from './project-reader.js';
import { DeleteProjectController } from './projects/delete-project.controller.js';
import { DeletedProjectsGuard } from './projects/deleted-projects.guard.js';
import { ProjectsController } from './projects/projects.controller.js';
import { QrController } from './projects/qr.controller.js';
import { QueueController } from './projects/queue.controller.js';
import { RebuildController } from './projects/rebuild.controller.js';
import { RunActionsController } from './projects/run-actions.controller.js';
import { ShareController } from './share/share.controller.js';
import { SharedSites } from './share/shared-sites.js';
import { StatusController } from './status/status.controller.js';
import { StreamStatusController } from './status/stream-status.controller.js';
import { TemplatesController } from './templates/templates.controller.js';

export interface ApiModuleOptions {
  /** The service's version, as `GET /health` shows it. */
  readonly version: string;
  /** `localhost`, or a wildcard domain that leads here. */
  readonly previewDomain: string;
  /** Where the project's past versions run: `{seq}` stands for the moment. */
  readonly pastPreviewUrl: (projectId: string) => string;
  /** The packages that previews run with. */
  readonly kit: KitPackage;
  /** The service's data folder. */
  readonly dataDir: string;
  /** Required for the admin's routes; undefined: anyone who can reach the API may use them. */
  readonly adminToken?: string | undefined;
  /** Further lines of `GET /health`: tokens of providers that extend `HealthCheck`, from global modules or `imports`. */
  readonly healthChecks?: readonly InjectionToken<HealthCheck>[];
  readonly imports?: NonNullable<ModuleMetadata['imports']>;
}

/** REST. Needs the global `EventStoreModule`, `ModelsModule` and `ProjectionsModule`, and `setUpHttp` on the app. */
@Module({})
export class ApiModule {
  static forRoot({
    version,
    previewDomain,
    pastPreviewUrl,
    dataDir,
    kit,
    adminToken,
    imports = [],
    healthChecks = [],
  }: ApiModuleOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [CommandsModule, ExperimentsModule, ...imports],
      controllers: [
        PagesController,
        GenerateController,
        StatusController,
        StreamStatusController,
        ProjectsController,
        QrController,
        EventsController,
        FilesController,
        HistoryController,
        ConflictsController,
        DownloadController,
        RunActionsController,
        QueueController,
        EstimateController,
        ShareController,
        RebuildController,
        HealthController,
        TemplatesController,
        PresetsController,
        ModelsController,
        LessonsController,
        AdminRunsController,
        AdminStatsController,
        AdminPreviewsController,
        DeleteProjectController,
        ExperimentsController,
      ],
      providers: [
        {
          provide: ApiOptions,
          useValue: { version, previewDomain, pastPreviewUrl, dataDir, kit, adminToken } satisfies ApiOptions,
        },
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_GUARD, useClass: DeletedProjectsGuard },
        { provide: APP_PIPE, useFactory: requestValidation },
        ProjectReader,
        FileHistory,
        Presets,
        SharedSites,
        RunWaterfalls,
        ExperimentResults,
        KnownArmModels,
        ...allChecks(healthChecks),
      ],
      exports: [SharedSites],
    };
  }
}

function allChecks(others: readonly InjectionToken<HealthCheck>[]): readonly Provider[] {
  return [
    DatabaseCheck,
    DiskCheck,
    LogCheck,
    ProjectionsCheck,
    {
      provide: HEALTH_CHECKS,
      inject: [DatabaseCheck, DiskCheck, LogCheck, ProjectionsCheck, ...others],
      useFactory: (...checks: HealthCheck[]) => checks,
    },
  ];
}
