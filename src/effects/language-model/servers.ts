import { findServers } from './find-servers.js';
import type { LanguageModel } from './language-model.port.js';
import { type FoundServer, type ModelAddress, type ModelFacts, ModelServers } from './model-servers.port.js';
import { parametersIn } from './parameters-in.js';
import { patienceWith } from './patience-with.js';
import type { PriceOverride } from './prices.js';
import type { ServerLessons } from './server-lessons.port.js';
import { Turns } from './turns.js';
import { listedModels } from './openai/listed-models.js';
import { isOnThisMachine } from './openai/model-fetch.js';
import { OpenAiLanguageModel } from './openai/openai-language-model.js';

export interface ServersOptions {
  /** Requests to a server at a time. */
  readonly concurrency: number;
  /** In milliseconds; absent: see {@link patienceWith}. */
  readonly idleMs: number | undefined;
  readonly totalMs: number | undefined;
  /** Goes before the table of known prices. */
  readonly price: PriceOverride | undefined;
  /** Addresses on this machine to look for servers at. */
  readonly lookAt: readonly string[];
}

/** Every server of models that we can talk to: so far, those that speak OpenAI's protocol. */
export class Servers extends ModelServers {
  private readonly models = new Map<string, LanguageModel>();
  private readonly turns = new Map<string, Turns>();

  constructor(
    private readonly options: ServersOptions,
    private readonly lessons: ServerLessons,
  ) {
    super();
  }

  override at(address: ModelAddress): LanguageModel {
    const { baseUrl, model, api, apiKey } = address;
    const key = JSON.stringify([baseUrl, model, api, apiKey]);
    const known = this.models.get(key);
    if (known) return known;
    const made = new OpenAiLanguageModel({
      ...address,
      patience: patienceWith(baseUrl, this.options),
      turns: this.turnsAt(baseUrl),
      prices: this.options.price,
      lessons: this.lessons,
    });
    this.models.set(key, made);
    return made;
  }

  /** Shared by all models of a server. */
  turnsAt(baseUrl: string): Turns {
    const turns = this.turns.get(baseUrl) ?? new Turns(this.options.concurrency);
    this.turns.set(baseUrl, turns);
    return turns;
  }

  override about({ baseUrl, model }: Pick<ModelAddress, 'baseUrl' | 'model'>): ModelFacts {
    return { isOnThisMachine: isOnThisMachine(baseUrl), parameters: parametersIn(model) };
  }

  override list(address: Pick<ModelAddress, 'baseUrl' | 'apiKey'>): Promise<readonly string[] | undefined> {
    return listedModels(address);
  }

  override find(): Promise<readonly FoundServer[]> {
    return findServers(this.options.lookAt);
  }
}
