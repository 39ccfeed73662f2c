import { type DynamicModule, type FactoryProvider, Module } from '@nestjs/common';
import { ImageRenderer } from '../effects/images/image-renderer.port.js';
import { ImageModel } from '../effects/language-model/image-model.port.js';
import { ModelChoice } from '../effects/language-model/model-choice.port.js';
import { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import { TypeChecker } from '../effects/type-checker/type-checker.port.js';
import { Workspace } from '../effects/workspace/workspace.port.js';
import { DailyBudget } from '../estimating/daily-budget.js';
import { RunEstimator } from '../estimating/run-estimator.js';
import { AddingComponents } from './adding-components.js';
import { Analyzing } from './analyzing.js';
import { Budgets } from './budgets.js';
import { CreatingProject } from './creating-project.js';
import { CreatingTunnel } from './creating-tunnel.js';
import { FilePublisher } from './file-publisher.js';
import { GeneratingBase } from './generating-base.js';
import { GeneratingImages } from './generating-images.js';
import { GeneratingScreens } from './generating-screens.js';
import { IconPainter } from './icon-painter.js';
import { InstallingDeps } from './installing-deps.js';
import { ModelHands } from './model-hands.js';
import { PaidCalls } from './paid-calls.js';
import { PreviewReady } from './preview-ready.js';
import { ProjectRestorer } from './project-restorer.js';
import { SiteExporter } from './site-exporter.js';
import { Skeletons } from './skeletons.js';
import { SkeletonsModule } from './skeletons.module.js';
import { StageTasks } from './stage-tasks.js';
import { StartingServer } from './starting-server.js';

export interface StagesOptions {
  /** How many screens a run requests from a model at the same time. */
  readonly screenBatchSize: number;
  /** US dollars that a run may spend on models; undefined: no limit. */
  readonly budgetUsdPerRun: number | undefined;
}

/** All stages with the effects they need. The effects' modules are global: `app.module.ts` chooses them. */
@Module({})
export class StagesModule {
  static forRoot(options: StagesOptions): DynamicModule {
    return {
      module: StagesModule,
      imports: [SkeletonsModule],
      providers: [siteExporter, restorer, stageTasks(options)],
      exports: [SiteExporter, ProjectRestorer, StageTasks],
    };
  }
}

const siteExporter: FactoryProvider<SiteExporter> = {
  provide: SiteExporter,
  inject: [PreviewHost],
  useFactory: (previewHost: PreviewHost) => new SiteExporter(previewHost),
};

const restorer: FactoryProvider<ProjectRestorer> = {
  provide: ProjectRestorer,
  inject: [Workspace, PreviewHost],
  useFactory: (workspace: Workspace, previewHost: PreviewHost) => new ProjectRestorer(workspace, previewHost),
};

function stageTasks({ screenBatchSize, budgetUsdPerRun }: StagesOptions): FactoryProvider<StageTasks> {
  return {
    provide: StageTasks,
    inject: [
      Workspace,
      PreviewHost,
      TypeChecker,
      ImageRenderer,
      Skeletons,
      RunEstimator,
      DailyBudget,
      ModelChoice,
      { token: ImageModel, optional: true },
    ],
    useFactory: (
      workspace: Workspace,
      previewHost: PreviewHost,
      types: TypeChecker,
      images: ImageRenderer,
      skeletons: Skeletons,
      estimator: RunEstimator,
      daily: DailyBudget,
      models: ModelChoice,
      imageModel?: ImageModel,
    ) => {
      const publisher = new FilePublisher(workspace, previewHost);
      const calls = new PaidCalls(new Budgets(budgetUsdPerRun, daily));
      const painter = imageModel && new IconPainter(imageModel, calls, images, workspace);
      const hands = new ModelHands({ publisher, calls, types, previewHost, estimator, screenBatchSize });
      return new StageTasks({
        analyzing: new Analyzing(),
        creating_project: new CreatingProject(workspace, skeletons),
        generating_base: new GeneratingBase(publisher),
        installing_deps: new InstallingDeps(previewHost),
        starting_server: new StartingServer(previewHost),
        creating_tunnel: new CreatingTunnel(previewHost),
        preview_ready: new PreviewReady(previewHost),
        generating_screens: new GeneratingScreens(publisher, models, hands),
        adding_components: new AddingComponents(publisher, models, hands),
        generating_images: new GeneratingImages(images, workspace, models, painter),
      });
    },
  };
}
