import { type DynamicModule, Module } from '@nestjs/common';
import { LanguageModel } from './language-model.port.js';
import type { PriceOverride } from './prices.js';
import { OpenAiLanguageModel } from './openai/openai-language-model.js';

const OPENAI_URL = 'https://api.openai.com/v1';
const OPENAI_MODEL = 'gpt-5.4-mini';

export interface LanguageModelModuleOptions {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  readonly model: string | undefined;
  readonly api: 'chat' | 'responses';
  readonly idleMs: number;
  readonly totalMs: number;
  /** Goes before the table of known prices. */
  readonly price: PriceOverride | undefined;
}

/** Provides {@link LanguageModel} where a key or a server is set up; else there is none, and nothing asks for one. */
@Module({})
export class LanguageModelModule {
  static forRoot(options: LanguageModelModuleOptions): DynamicModule {
    const model = languageModel(options);
    const providers = model ? [{ provide: LanguageModel, useValue: model }] : [];
    return { module: LanguageModelModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}

function languageModel(options: LanguageModelModuleOptions): LanguageModel | undefined {
  const { apiKey, baseUrl, model = OPENAI_MODEL, api, idleMs, totalMs, price } = options;
  if (apiKey === undefined && baseUrl === undefined) return undefined;
  const patience = { idleMs, totalMs };
  return new OpenAiLanguageModel({ apiKey, baseUrl: baseUrl ?? OPENAI_URL, model, api, patience, prices: price });
}
