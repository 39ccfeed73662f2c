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
import { FileTypes, NoTypes } from './file-types.port.js';
import { TypeWatch } from './type-watch.js';

/** A provider from one of `imports` that implements FileGate. */
export interface GateSource {
  readonly imports: readonly (Type | DynamicModule)[];
  readonly useExisting: Type<FileGate>;
}

/** A provider from one of `imports` that implements FileTypes. */
export interface TypesSource {
  readonly imports: readonly (Type | DynamicModule)[];
  readonly useExisting: Type<FileTypes>;
}

/** Collaborative editing of files, stored in the log. Needs the global `EventStoreModule`. */
@Module({})
export class EditingModule {
  /** @param types if absent, the types of edited files are not checked */
  static forRoot(gate: GateSource, types?: TypesSource): DynamicModule {
    return {
      module: EditingModule,
      global: true,
      imports: [...gate.imports, ...(types?.imports ?? [])],
      providers: [
        { provide: FileGate, useExisting: gate.useExisting },
        types ? { provide: FileTypes, useExisting: types.useExisting } : { provide: FileTypes, useClass: NoTypes },
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
        TypeWatch,
        EditRooms,
        ProjectFiles,
        Past,
      ],
      exports: [FileGate, OpenEdits, EditedTexts, Checkpoints, EditRooms, ProjectFiles, Past, Conflicts],
    };
  }
}
