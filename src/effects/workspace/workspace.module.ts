import { type DynamicModule, Module } from '@nestjs/common';
import { FolderWorkspace } from './folder-workspace.js';
import { Workspace } from './workspace.port.js';

/** The projects' folders, for the whole application. */
@Module({})
export class WorkspaceModule {
  /** @param hostDir the preview's Expo app; projects are folders below its `projects/` */
  static forRoot({ hostDir }: { hostDir: string }): DynamicModule {
    return {
      module: WorkspaceModule,
      global: true,
      providers: [{ provide: Workspace, useValue: new FolderWorkspace(hostDir) }],
      exports: [Workspace],
    };
  }
}
