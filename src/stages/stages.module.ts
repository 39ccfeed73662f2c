import { Module } from '@nestjs/common';
import { ImageRenderer } from '../effects/images/image-renderer.port.js';
import { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import { Workspace } from '../effects/workspace/workspace.port.js';
import { AddingComponents } from './adding-components.js';
import { Analyzing } from './analyzing.js';
import { CreatingProject } from './creating-project.js';
import { CreatingTunnel } from './creating-tunnel.js';
import { FilePublisher } from './file-publisher.js';
import { GeneratingBase } from './generating-base.js';
import { GeneratingImages } from './generating-images.js';
import { GeneratingScreens } from './generating-screens.js';
import { InstallingDeps } from './installing-deps.js';
import { PreviewReady } from './preview-ready.js';
import { ProjectRestorer } from './project-restorer.js';
import { SiteExporter } from './site-exporter.js';
import { StageTasks } from './stage-tasks.js';
import { StartingServer } from './starting-server.js';

/** Every stage with the effects it needs. The effects' modules are global: `app.module.ts` chooses them. */
@Module({
  providers: [
    {
      provide: SiteExporter,
      inject: [PreviewHost],
      useFactory: (previewHost: PreviewHost) => new SiteExporter(previewHost),
    },
    {
      provide: ProjectRestorer,
      inject: [Workspace, PreviewHost],
      useFactory: (workspace: Workspace, previewHost: PreviewHost) => new ProjectRestorer(workspace, previewHost),
    },
    {
      provide: StageTasks,
      inject: [Workspace, PreviewHost, ImageRenderer],
      useFactory: (workspace: Workspace, previewHost: PreviewHost, images: ImageRenderer): StageTasks => {
        const publisher = new FilePublisher(workspace, previewHost);
        return new StageTasks([
          new Analyzing(),
          new CreatingProject(workspace),
          new GeneratingBase(publisher),
          new InstallingDeps(previewHost),
          new StartingServer(previewHost),
          new CreatingTunnel(previewHost),
          new PreviewReady(previewHost),
          new GeneratingScreens(publisher),
          new AddingComponents(publisher),
          new GeneratingImages(images, workspace),
        ]);
      },
    },
  ],
  exports: [SiteExporter, StageTasks, ProjectRestorer],
})
export class StagesModule {}
