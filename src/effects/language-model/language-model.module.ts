import { type DynamicModule, type FactoryProvider, Module } from '@nestjs/common';
import { ImageModel } from './image-model.port.js';
import { ModelServers } from './model-servers.port.js';
import { OpenAiImageModel } from './openai/openai-image-model.js';
import { Servers, type ServersOptions } from './servers.js';
import { patienceWith } from './patience-with.js';
import { ServerLessons } from './server-lessons.port.js';

export interface LanguageModelModuleOptions extends ServersOptions {
  /** Absent: the blueprint's pictures. */
  readonly imageModel?: { readonly model: string; readonly baseUrl: string; readonly apiKey: string | undefined };
}

/**
 * Provides {@link ModelServers}, and {@link ImageModel} where one is set up; else there is none, and nothing asks for one. Needs a
 * global {@link ServerLessons}.
 */
@Module({})
export class LanguageModelModule {
  static forRoot(options: LanguageModelModuleOptions): DynamicModule {
    const servers: FactoryProvider<Servers> = {
      provide: Servers,
      inject: [ServerLessons],
      useFactory: (lessons: ServerLessons) => new Servers(options, lessons),
    };
    const painter = painterOf(options);
    return {
      module: LanguageModelModule,
      global: true,
      providers: [servers, { provide: ModelServers, useExisting: Servers }, ...painter],
      exports: [ModelServers, ...painter.map(({ provide }) => provide)],
    };
  }
}

function painterOf({ imageModel, ...options }: LanguageModelModuleOptions): readonly FactoryProvider<ImageModel>[] {
  if (!imageModel) return [];
  const { baseUrl } = imageModel;
  const { totalMs } = patienceWith(baseUrl, options);
  const useFactory = (servers: Servers): ImageModel =>
    new OpenAiImageModel({ ...imageModel, totalMs, turns: servers.turnsAt(baseUrl) });
  return [{ provide: ImageModel, inject: [Servers], useFactory }];
}
