import type { LanguageModel } from './language-model.port.js';

/** A model at a server. */
export interface ModelAddress {
  /** As OPENAI_BASE_URL. */
  readonly baseUrl: string;
  readonly model: string;
  readonly api: 'chat' | 'responses';
  /** Absent: the server asks for none. */
  readonly apiKey?: string | undefined;
}

/** A model server that answers on this machine. */
export interface FoundServer {
  /** `Ollama`, `LM Studio`, `llama.cpp`, or its address where it is none of these. */
  readonly name: string;
  readonly baseUrl: string;
  readonly models: readonly FoundModel[];
}

export interface FoundModel {
  readonly name: string;
  /** In billions; null if neither the server nor the name says so. */
  readonly parameters: number | null;
}

export interface ModelFacts {
  readonly isOnThisMachine: boolean;
  /** In billions; null if the name does not say so. */
  readonly parameters: number | null;
}

/** The servers of models that can be asked. */
export abstract class ModelServers {
  /** The model at an address; the same one for the same address. */
  abstract at(address: ModelAddress): LanguageModel;

  /** What the address reveals about the model. */
  abstract about(address: Pick<ModelAddress, 'baseUrl' | 'model'>): ModelFacts;

  /** The names in the list of models that the server gives; undefined where it gives none. Never throws. */
  abstract list(address: Pick<ModelAddress, 'baseUrl' | 'apiKey'>): Promise<readonly string[] | undefined>;

  /** Looks for servers on this machine: at once where nobody listens, some seconds where one is silent. Never throws. */
  abstract find(): Promise<readonly FoundServer[]>;
}
