import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { OpenEdits } from '../commands/open-edits.port.js';
import { Checkpoints } from './checkpoints.js';
import { EditRooms } from './edit-rooms.js';
import { EditedTexts } from './edited-texts.js';
import { Conflicts } from './conflicts.js';
import { FileReconciler } from './reconcile-files.js';
import { Past } from './past.js';
import { ProjectFiles } from './project-files.js';
import { FileGate } from './file-gate.port.js';

/** A provider of one of `imports` that can do what a FileGate promises. */
export interface GateSource {
  readonly imports: readonly (Type | DynamicModule)[];
  readonly useExisting: Type<FileGate>;
}

/** Texts edited by several, over the log. Needs the global `EventStoreModule`. */
@Module({})
export class EditingModule {
  static forRoot(gate: GateSource): DynamicModule {
    return {
      module: EditingModule,
      global: true,
      imports: [...gate.imports],
      providers: [
        { provide: FileGate, useExisting: gate.useExisting },
        EditedTexts,
        Checkpoints,
        FileReconciler,
        Conflicts,
        {
          provide: OpenEdits,
          inject: [Checkpoints, FileReconciler],
          useFactory: (checkpoints: Checkpoints, reconciler: FileReconciler): OpenEdits => ({
            settle: (id) => checkpoints.writeAll(id),
            reconcile: (project, files) => reconciler.reconcile(project, files),
          }),
        },
        EditRooms,
        ProjectFiles,
        Past,
      ],
      exports: [FileGate, OpenEdits, EditedTexts, Checkpoints, EditRooms, ProjectFiles, Past, Conflicts],
    };
  }
}
