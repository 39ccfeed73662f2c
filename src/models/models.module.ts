import { type DynamicModule, Module } from '@nestjs/common';
import { ModelChoice } from '../effects/language-model/model-choice.port.js';
import { ModelServers } from '../effects/language-model/model-servers.port.js';
import { ServerLessons } from '../effects/language-model/server-lessons.port.js';
import { Database } from '../event-store/database.js';
import { FoundModels } from './found-models.js';
import { KeptChoice, type KeptChoiceOptions } from './kept-choice.js';
import { KeptLessons } from './kept-lessons.js';
import { ModelsAtStart } from './models-at-start.js';

/** What is known of models and their servers, and which one writes; needs the global `EventStoreModule` and `LanguageModelModule`. */
@Module({})
export class ModelsModule {
  static forRoot(options: KeptChoiceOptions): DynamicModule {
    return {
      module: ModelsModule,
      global: true,
      providers: [
        KeptLessons,
        { provide: ServerLessons, useExisting: KeptLessons },
        {
          provide: KeptChoice,
          inject: [ModelServers, KeptLessons, Database],
          useFactory: (servers: ModelServers, lessons: KeptLessons, database: Database) =>
            new KeptChoice(options, servers, lessons, database),
        },
        { provide: ModelChoice, useExisting: KeptChoice },
        {
          provide: FoundModels,
          inject: [ModelServers, KeptChoice],
          useFactory: (servers: ModelServers, choice: KeptChoice) => new FoundModels(servers, choice),
        },
        {
          provide: ModelsAtStart,
          inject: [ModelServers, KeptChoice],
          useFactory: (servers: ModelServers, choice: KeptChoice) => new ModelsAtStart(servers, choice),
        },
      ],
      exports: [KeptLessons, ServerLessons, KeptChoice, ModelChoice, FoundModels],
    };
  }
}
