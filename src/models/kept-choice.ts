import type { LanguageModel } from '../effects/language-model/language-model.port.js';
import { type ChosenModel, ModelChoice, type ModelWrites } from '../effects/language-model/model-choice.port.js';
import type { ModelServers } from '../effects/language-model/model-servers.port.js';
import { type ModelAddress } from '../effects/language-model/model-servers.port.js';
import type { Database } from '../event-store/database.js';
import { isListed } from './is-listed.js';
import type { KeptLessons } from './kept-lessons.js';

export interface KeptChoiceOptions {
  /** The model of the settings; undefined: there is none. */
  readonly set: ModelAddress | undefined;
  /** What models write; undefined: by what is known of them. */
  readonly writes: ModelWrites | undefined;
}

/** The model that writes now, as a person sees it. */
export interface ShownChoice {
  readonly baseUrl: string;
  readonly model: string;
  readonly api: 'chat' | 'responses';
  readonly writes: ModelWrites;
  /** Who has chosen it. */
  readonly by: 'settings' | 'person';
}

/** The model is not among those that were found. */
export class ModelNotFound extends Error {
  readonly code = 'model_unknown';
  constructor(baseUrl: string, model: string) {
    super(`No model ${JSON.stringify(model)} was found at ${baseUrl}.`);
    this.name = 'ModelNotFound';
  }
}

/** Below this many billions of parameters, a model plans well, but its code often does not compile. */
const SMALL = 20;

/** Which model writes: the one that a person has chosen, kept in the database, else that of the settings. */
export class KeptChoice extends ModelChoice {
  constructor(
    private readonly options: KeptChoiceOptions,
    private readonly servers: ModelServers,
    private readonly lessons: KeptLessons,
    private readonly database: Database,
  ) {
    super();
  }

  override async now(wanted?: string): Promise<ChosenModel | undefined> {
    const address = wanted === undefined ? await this.address() : await this.addressOf(wanted);
    return address && { model: this.servers.at(address), writes: await this.writesAt(address) };
  }

  override async codeFailed({ name }: LanguageModel, said: string): Promise<void> {
    const address = await this.address();
    if (address?.model !== name || !this.servers.about(address).isOnThisMachine) return;
    await this.lessons.learn(address, [{ trait: 'code', value: 'left out', said }]);
  }

  async shown(): Promise<ShownChoice | null> {
    const address = await this.address();
    if (!address) return null;
    const { baseUrl, model, api, by } = address;
    return { baseUrl, model, api, writes: await this.writesAt(address), by };
  }

  /** The models that a run may ask for by name; undefined: the chosen one's server takes names that it does not tell. */
  async names(): Promise<readonly string[] | undefined> {
    const chosen = await this.address();
    if (!chosen) return (await this.servers.find()).flatMap(({ models }) => models.map(({ name }) => name));
    const listed = await this.servers.list(chosen);
    // Azure lists models, and takes the names of deployments.
    return listed && isListed(chosen.model, listed) ? listed : undefined;
  }

  /** What a model would write that was chosen. @param parameters in billions; null: not known */
  async writesAt({ baseUrl, model, parameters }: KnownAddress): Promise<ModelWrites> {
    if (this.options.writes) return this.options.writes;
    const about = this.servers.about({ baseUrl, model });
    if (!about.isOnThisMachine) return 'code';
    const size = parameters ?? about.parameters;
    if (size !== null && size < SMALL) return 'plan';
    const lessons = await this.lessons.of({ baseUrl, model });
    return lessons.some(({ trait }) => trait === 'code') ? 'plan' : 'code';
  }

  /** Keeps a model that is found on this machine now. @throws ModelNotFound */
  async choose({ baseUrl, model, api }: Omit<ModelAddress, 'apiKey'>): Promise<void> {
    const found = (await this.servers.find()).find((server) => server.baseUrl === baseUrl);
    const of = found?.models.find(({ name }) => name === model);
    if (!of) throw new ModelNotFound(baseUrl, model);
    const row = { baseUrl, model, api, parameters: of.parameters, chosenAt: new Date() };
    await this.database.prisma.modelChoice.upsert({ where: { id: 1 }, create: row, update: row });
  }

  /** The settings' model writes again, or none. */
  async forget(): Promise<void> {
    await this.database.prisma.modelChoice.deleteMany();
  }

  /** Where the model is: at the server of the chosen one, which takes any name; else where it is found on this machine. */
  private async addressOf(model: string): Promise<(ModelAddress & KnownAddress) | undefined> {
    const chosen = await this.address();
    if (chosen) return { ...chosen, model, parameters: chosen.model === model ? chosen.parameters : null };
    for (const { baseUrl, models } of await this.servers.find()) {
      const of = models.find(({ name }) => isListed(model, [name]));
      if (of) return { baseUrl, model, api: 'chat', apiKey: undefined, parameters: of.parameters };
    }
    return undefined;
  }

  private async address(): Promise<ChosenAddress | undefined> {
    const row = await this.database.prisma.modelChoice.findUnique({ where: { id: 1 } });
    if (!row) return this.options.set && { ...this.options.set, parameters: null, by: 'settings' };
    const { baseUrl, model, parameters } = row;
    // The key is the settings' server's, and nobody else's.
    const apiKey = this.options.set?.baseUrl === baseUrl ? this.options.set.apiKey : undefined;
    return { baseUrl, model, api: row.api === 'responses' ? 'responses' : 'chat', apiKey, parameters, by: 'person' };
  }
}

interface KnownAddress {
  readonly baseUrl: string;
  readonly model: string;
  readonly parameters: number | null;
}

interface ChosenAddress extends ModelAddress, KnownAddress {
  readonly by: 'settings' | 'person';
}
