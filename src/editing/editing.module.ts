import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { OpenEdits } from '../commands/open-edits.port.js';
import { Checkpoints } from './checkpoints.js';
import { EditRooms } from './edit-rooms.js';
import { EditedTexts } from './edited-texts.js';
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
        {
          provide: OpenEdits,
          inject: [Checkpoints],
          useFactory: (checkpoints: Checkpoints): OpenEdits => ({ settle: (id) => checkpoints.writeAll(id) }),
        },
        EditRooms,
        ProjectFiles,
        Past,
      ],
      exports: [FileGate, OpenEdits, EditedTexts, Checkpoints, EditRooms, ProjectFiles, Past],
    };
  }
}
