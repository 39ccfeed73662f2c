import type { ModelWrites } from '../effects/language-model/model-choice.port.js';
import type { FoundModel, ModelServers } from '../effects/language-model/model-servers.port.js';
import type { KeptChoice } from './kept-choice.js';

export interface OfferedServer {
  readonly name: string;
  readonly baseUrl: string;
  /** With what each would write if it was chosen. */
  readonly models: readonly (FoundModel & { readonly writes: ModelWrites })[];
}

/** The models of this machine that a person may choose. */
export class FoundModels {
  constructor(
    private readonly servers: ModelServers,
    private readonly choice: KeptChoice,
  ) {}

  /** Looks again each time. */
  async all(): Promise<readonly OfferedServer[]> {
    const found = await this.servers.find();
    return Promise.all(
      found.map(async ({ name, baseUrl, models }) => ({
        name,
        baseUrl,
        models: await Promise.all(
          models.map(async (model) => ({
            ...model,
            writes: await this.choice.writesAt({ baseUrl, model: model.name, parameters: model.parameters }),
          })),
        ),
      })),
    );
  }
}
