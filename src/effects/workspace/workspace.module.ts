import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { FolderWorkspace } from './folder-workspace.js';
import { Gate } from './gate/gate.js';
import { Workspace } from './workspace.port.js';

/** The projects' folders and the gate before them, for the whole application. */
@Module({})
export class WorkspaceModule implements OnApplicationShutdown {
  constructor(private readonly gate: Gate) {}

  /** @param hostDir the preview's Expo app; projects are folders below its `projects/` */
  static forRoot({ hostDir }: { hostDir: string }): DynamicModule {
    const gate = new Gate();
    return {
      module: WorkspaceModule,
      global: true,
      providers: [
        { provide: Gate, useValue: gate },
        { provide: Workspace, useValue: new FolderWorkspace(hostDir, gate) },
      ],
      exports: [Workspace],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.gate.stop();
  }
}
