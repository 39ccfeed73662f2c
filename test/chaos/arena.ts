import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { descendantsOf, isAlive } from '../support/child-processes.js';
import { type ServiceProcess, serviceProcess } from '../support/service-process.js';
import { factsOf, filesOf, isOver, type StoredFact } from './recorded-run.js';

const PROMPT = 'Create a recipe app called Saffron with favourites';
const POLL_MS = 20;

/** Services that share one database, and what an undisturbed run there leaves behind. */
export class Arena {
  /** Of all processes that ever belonged to a service which was killed. */
  private readonly orphanCandidates = new Set<number>();

  private constructor(
    public client: Client,
    private readonly databaseUrl: string,
    readonly services: readonly ServiceProcess[],
    /** The undisturbed run's. */
    readonly expected: ReadonlyMap<string, string>,
    readonly eventCount: number,
  ) {}

  /** @param databaseUrl an empty database, for this arena alone */
  static async open(databaseUrl: string, processes: number): Promise<Arena> {
    const services = await Promise.all(Array.from({ length: processes }, () => serviceProcess({ databaseUrl })));
    for (const service of services) await service.start();
    const client = await connect(databaseUrl);
    const draft = new Arena(client, databaseUrl, services, new Map(), 0);
    await draft.request(draft.first, 'undisturbed');
    const facts = await draft.untilOver('undisturbed');
    return new Arena(client, databaseUrl, services, filesOf(facts), facts.length);
  }

  get first(): ServiceProcess {
    const [first] = this.services;
    if (!first) throw new Error('The arena has no service.');
    return first;
  }

  /** The first so many services are up, and no other is. */
  async keepUp(count: number): Promise<void> {
    for (const [index, service] of this.services.entries()) {
      if (index < count && service.pid() === 0) await service.start();
      if (index >= count && service.pid() !== 0) await service.kill('SIGTERM');
    }
  }

  /** After the database has ended every session. */
  async reconnect(): Promise<void> {
    await this.client.end().catch(() => undefined);
    this.client = await connect(this.databaseUrl);
  }

  /** Asks a service for a run, with no client that watches. */
  async request(service: ServiceProcess, projectId: string): Promise<void> {
    const answer = await fetch(`${service.url()}/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: PROMPT, project_id: projectId }),
    });
    if (answer.status !== 201) throw new Error(`The service refused the run: ${await answer.text()}`);
  }

  facts(projectId: string): Promise<readonly StoredFact[]> {
    return factsOf(this.client, projectId);
  }

  async untilOver(projectId: string): Promise<readonly StoredFact[]> {
    for (;;) {
      const facts = await this.facts(projectId);
      if (isOver(facts)) return facts;
      await sleep(POLL_MS);
    }
  }

  /** kill -9, and remembers what belonged to it. */
  async kill(service: ServiceProcess): Promise<void> {
    for (const pid of await descendantsOf(service.pid())) this.orphanCandidates.add(pid);
    await service.kill('SIGKILL');
  }

  /** How many processes of killed services are still there after `patienceMs`. */
  async orphans(patienceMs: number): Promise<number> {
    const deadline = Date.now() + patienceMs;
    const left = (): number[] => [...this.orphanCandidates].filter(isAlive);
    while (left().length > 0 && Date.now() < deadline) await sleep(POLL_MS);
    return left().length;
  }

  async close(): Promise<void> {
    await this.client.end();
    await Promise.all(this.services.map((service) => service.close()));
  }
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  // Where its session is ended from outside, the next query says so.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
