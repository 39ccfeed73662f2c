import { Module } from '@nestjs/common';
import { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import { Workspace } from '../effects/workspace/workspace.port.js';
import { Skeletons } from './skeletons.js';

/** One for the whole application: the gateway warms what a run then claims. */
@Module({
  providers: [
    {
      provide: Skeletons,
      inject: [Workspace, PreviewHost],
      useFactory: (workspace: Workspace, previewHost: PreviewHost) => new Skeletons(workspace, previewHost),
    },
  ],
  exports: [Skeletons],
})
export class SkeletonsModule {}
