import { join } from 'node:path';
import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { ApiModule } from './api/api.module.js';
import { CommandsModule } from './commands/commands.module.js';
import { EditTrimmer } from './editing/edit-trimmer.js';
import { EditingModule } from './editing/editing.module.js';
import { DriverModule } from './driver/driver.module.js';
import { ImagesModule } from './effects/images/images.module.js';
import {
  LanguageModelModule,
  type LanguageModelModuleOptions,
} from './effects/language-model/language-model.module.js';
import type { ModelAddress } from './effects/language-model/model-servers.port.js';
import { KitModule } from './effects/kit/kit.module.js';
import type { PreparationStep } from './effects/kit/kit.port.js';
import { kitPackage } from './effects/kit/kit-package.js';
import { PreviewModule } from './effects/preview-host/preview.module.js';
import { previewPaths } from './effects/preview-host/preview-paths.js';
import { TypeCheckerModule } from './effects/type-checker/type-checker.module.js';
import { pastLabelPattern } from './effects/workspace/workspace.port.js';
import { WorkspaceModule } from './effects/workspace/workspace.module.js';
import { EstimatingModule } from './estimating/estimating.module.js';
import { Database } from './event-store/database.js';
import { EventStoreModule } from './event-store/event-store.module.js';
import { EventStore } from './event-store/event-store.port.js';
import { GatewayModule } from './gateway/gateway.module.js';
import { HostRouter } from './host-router.js';
import { LeftFolders } from './previews/left-folders.js';
import { ProjectionsModule } from './projections/projections.module.js';
import { ModelsModule } from './models/models.module.js';
import { GateModule } from './previews/gate.module.js';
import { KitTypes } from './previews/kit-types.js';
import { KitTypesModule } from './previews/kit-types.module.js';
import { WorkspaceGate } from './previews/workspace-gate.js';
import { LiveTexts } from './previews/live-texts.js';
import { WrittenFiles } from './previews/written-files.js';
import { MissingPreviews } from './previews/missing-previews.js';
import { PreviewReports } from './previews/preview-reports.js';
import { PreviewCheckModule, type Preparation } from './preview-check.js';
import { KeptTunnel } from './effects/tunnel/kept-tunnel.js';
import { ngrokAgent } from './effects/tunnel/ngrok-agent.js';
import type { Tunnel } from './effects/tunnel/tunnel.port.js';
import { PastAddressesModule } from './past-addresses.js';
import { ServiceFiguresModule } from './service-figures.js';
import { SpendingModule } from './spending.module.js';
import { Skeletons } from './stages/skeletons.js';
import { SkeletonsModule } from './stages/skeletons.module.js';
import type { Settings } from './settings.js';

const OPENAI_URL = 'https://api.openai.com/v1';
const OPENAI_MODEL = 'gpt-5.4-mini';

export interface AppOptions {
  readonly settings: Settings;
  /** Of this process, new at each start. */
  readonly instanceId: string;
  readonly version: string;
  /** The port that is really listened on; known once the server listens. */
  readonly publicPort: () => number;
  /** Aborted where the application does not come up. */
  readonly startUp: AbortSignal;
}

/** The one place that knows every part. */
@Module({})
export class AppModule {
  static forRoot({ settings, instanceId, version, publicPort, startUp }: AppOptions): DynamicModule {
    const databaseLog = new Logger('Database');
    const previewLog = new Logger('Preview');
    const tunnel = tunnelOf(settings);
    const preparation: Preparation = { step: undefined };
    const onStep = ({ message }: PreparationStep): void => {
      preparation.step = message;
      previewLog.log(message);
    };
    const paths = previewPaths(settings.DATA_DIR, settings.KIT_DIR);
    return {
      module: AppModule,
      providers: [
        HostRouter,
        LeftFolders,
        MissingPreviews,
        PreviewReports,
        LiveTexts,
        WrittenFiles,
        {
          provide: EditTrimmer,
          inject: [EventStore, Database],
          useFactory: (store: EventStore, database: Database) =>
            new EditTrimmer(store, database, settings.EDITS_KEPT_DAYS),
        },
      ],
      imports: [
        EventStoreModule.forRoot({
          databaseUrl: settings.DATABASE_URL,
          dataDir: settings.DATA_DIR,
          log: (line) => databaseLog.log(line),
        }),
        ImagesModule,
        WorkspaceModule.forRoot({ hostDir: paths.hostDir }),
        KitModule.forRoot({ kitDir: paths.kitDir, onStep, startUp }),
        TypeCheckerModule.forRoot(paths.hostDir),
        PreviewModule.forRoot({
          paths,
          workers: settings.PREVIEW_WORKERS,
          previewDomain: settings.PREVIEW_DOMAIN,
          publicOrigin: settings.PUBLIC_URL && new URL(settings.PUBLIC_URL).origin,
          phone: phoneOptions(settings, tunnel),
          publicPort,
          onStep,
        }),
        CommandsModule,
        EditingModule.forRoot(
          { imports: [GateModule], useExisting: WorkspaceGate },
          { imports: [KitTypesModule], useExisting: KitTypes },
        ),
        ModelsModule.forRoot({ set: setModel(settings), writes: settings.MODEL_WRITES }),
        LanguageModelModule.forRoot(serversOptions(settings)),
        EstimatingModule.forRoot({
          screenBatchSize: settings.SCREEN_BATCH_SIZE,
          budgetUsdPerUserPerDay: settings.BUDGET_USD_PER_USER_PER_DAY,
        }),
        SpendingModule,
        ServiceFiguresModule,
        PastAddressesModule,
        DriverModule.forRoot({
          maxActiveRuns: settings.MAX_ACTIVE_RUNS,
          stageDeadlinesMs: settings.STAGE_DEADLINES,
          screenBatchSize: settings.SCREEN_BATCH_SIZE,
          budgetUsdPerRun: settings.BUDGET_USD_PER_RUN,
          rebuiltDir: join(settings.DATA_DIR, 'rebuilt'),
        }),
        GatewayModule.forRoot({ instanceId }, { imports: [SkeletonsModule], useExisting: Skeletons }),
        ApiModule.forRoot({
          version,
          previewDomain: settings.PREVIEW_DOMAIN,
          pastPreviewUrl: (id) => `http://${pastLabelPattern(id)}.${settings.PREVIEW_DOMAIN}:${publicPort()}`,
          kit: kitPackage(),
          dataDir: settings.DATA_DIR,
          adminToken: settings.ADMIN_TOKEN,
          imports: [ProjectionsModule.forRoot({ instanceId }), PreviewCheckModule.forRoot(preparation, tunnel)],
          healthChecks: PreviewCheckModule.checks,
        }),
      ],
    };
  }
}

/** The model of the settings: with a key OpenAI's own, unless another server is named. */
function setModel(settings: Settings): ModelAddress | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL, OPENAI_MODEL: model = OPENAI_MODEL, OPENAI_API: api } = settings;
  if (apiKey === undefined && OPENAI_BASE_URL === undefined) return undefined;
  return { baseUrl: OPENAI_BASE_URL ?? OPENAI_URL, model, api, apiKey };
}

function serversOptions(settings: Settings): LanguageModelModuleOptions {
  const { OPENAI_IMAGE_MODEL: model, OPENAI_BASE_URL: baseUrl = OPENAI_URL, OPENAI_API_KEY: apiKey } = settings;
  return {
    concurrency: settings.MODEL_CONCURRENCY,
    idleMs: settings.MODEL_IDLE_MS,
    totalMs: settings.MODEL_TOTAL_MS,
    price: settings.MODEL_PRICE,
    lookAt: settings.MODEL_SERVERS,
    ...(model !== undefined && { imageModel: { model, baseUrl, apiKey } }),
  };
}

function tunnelOf({ NGROK_AUTHTOKEN: authtoken, NGROK_DOMAIN: domain }: Settings): Tunnel | undefined {
  return authtoken === undefined ? undefined : new KeptTunnel(ngrokAgent({ authtoken, domain }));
}

/** Without a tunnel and with PHONE_PREVIEW=off there is nobody to listen for. */
function phoneOptions(settings: Settings, tunnel: Tunnel | undefined) {
  const isOnLan = settings.PHONE_PREVIEW === 'on';
  if (!isOnLan && !tunnel) return undefined;
  return { isOnLan, port: settings.PHONE_PORT, lanHost: settings.PHONE_HOST, tunnel };
}
