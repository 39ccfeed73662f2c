import { Global, Module } from '@nestjs/common';
import { ServerLessons } from '../effects/language-model/server-lessons.port.js';
import { KeptLessons } from './kept-lessons.js';

/** What is known of models and their servers; needs the global `EventStoreModule`. */
@Global()
@Module({
  providers: [KeptLessons, { provide: ServerLessons, useExisting: KeptLessons }],
  exports: [KeptLessons, ServerLessons],
})
export class ModelsModule {}
