import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { ModelServers } from '../effects/language-model/model-servers.port.js';
import type { KeptChoice } from './kept-choice.js';

/** Says at the start which model writes and which are found on this machine. Nothing is chosen by itself. */
export class ModelsAtStart implements OnApplicationBootstrap {
  private readonly logger = new Logger('Models');

  constructor(
    private readonly servers: ModelServers,
    private readonly choice: KeptChoice,
  ) {}

  onApplicationBootstrap(): void {
    // Nobody waits for it; a service that ends meanwhile has nothing to say.
    void this.tell().catch(() => undefined);
  }

  private async tell(): Promise<void> {
    const chosen = await this.choice.shown();
    if (chosen) {
      const what = chosen.writes === 'plan' ? 'plans the apps, the blueprint writes them' : 'writes the apps';
      this.logger.log(`${chosen.model} at ${chosen.baseUrl} ${what}.`);
    }
    for (const { name, baseUrl, models } of await this.servers.find()) {
      const names = models.map((model) => model.name).join(', ');
      this.logger.log(`Found ${name} at ${baseUrl} with ${names}${chosen ? '.' : ': choose one on the page.'}`);
    }
  }
}
