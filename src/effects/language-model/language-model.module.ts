import { type DynamicModule, Module } from '@nestjs/common';
import { ImageModel } from './image-model.port.js';
import { LanguageModel } from './language-model.port.js';
import type { PriceOverride } from './prices.js';
import { OpenAiImageModel } from './openai/openai-image-model.js';
import { OpenAiLanguageModel } from './openai/openai-language-model.js';
import { patienceWith } from './patience-with.js';
import { ServerLessons } from './server-lessons.port.js';
import { Turns } from './turns.js';

const OPENAI_URL = 'https://api.openai.com/v1';
const OPENAI_MODEL = 'gpt-5.4-mini';

export interface LanguageModelModuleOptions {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  readonly model: string | undefined;
  /** Absent: the blueprint's pictures. */
  readonly imageModel: string | undefined;
  /** Requests with the key at a time. */
  readonly concurrency: number;
  readonly api: 'chat' | 'responses';
  /** In milliseconds; absent: see {@link patienceWith}. */
  readonly idleMs: number | undefined;
  readonly totalMs: number | undefined;
  /** Goes before the table of known prices. */
  readonly price: PriceOverride | undefined;
}

/**
 * Provides {@link LanguageModel} where a key or a server is set up, and {@link ImageModel} where an image model is, too; else
 * there is none, and nothing asks for one. Needs a global {@link ServerLessons}.
 */
@Module({})
export class LanguageModelModule {
  static forRoot(options: LanguageModelModuleOptions): DynamicModule {
    const providers = options.apiKey === undefined && options.baseUrl === undefined ? [] : modelsOf(options);
    return { module: LanguageModelModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}

function modelsOf(options: LanguageModelModuleOptions) {
  const { apiKey, baseUrl = OPENAI_URL, model = OPENAI_MODEL, imageModel, api, price } = options;
  const patience = patienceWith(baseUrl, options);
  const server = { apiKey, baseUrl, turns: new Turns(options.concurrency) };
  const writer = {
    provide: LanguageModel,
    inject: [ServerLessons],
    useFactory: (lessons: ServerLessons) =>
      new OpenAiLanguageModel({ ...server, model, api, patience, prices: price, lessons }),
  };
  const painter =
    imageModel === undefined
      ? undefined
      : new OpenAiImageModel({ ...server, model: imageModel, totalMs: patience.totalMs });
  return [writer, ...(painter ? [{ provide: ImageModel, useValue: painter }] : [])];
}
