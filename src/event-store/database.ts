import { PrismaPg } from '@prisma/adapter-pg';
import type { ClientConfig } from 'pg';
import { Pool } from 'pg';
import type { EmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
import { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
import type { Durability } from './embedded-postgres/server-process.js';
import { PrismaClient } from './generated/client.js';
import { migrate } from './migrate.js';

export interface DatabaseOptions {
  /** A Postgres of the operator's own; undefined: one embedded in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** Holds the embedded Postgres. */
  readonly dataDir: string;
  /** Of the embedded Postgres; default 'full'. */
  readonly durability?: Durability | undefined;
  /** Most connections of the pool; default 10. One more listens. */
  readonly poolSize?: number | undefined;
  /** Told in a line each what happens to the database and its connections. */
  readonly log: (line: string) => void;
}

/** The migrated database: one pool, with Prisma for ordinary tables on the same connections. */
export class Database {
  private constructor(
    readonly pool: Pool,
    readonly prisma: PrismaClient,
    /** For connections of one's own (LISTEN, pg-boss). */
    readonly connection: ClientConfig,
    private readonly embedded: EmbeddedPostgres | undefined,
  ) {}

  /**
   * Starts the embedded Postgres where no URL is given, migrates and opens the pool.
   * @throws MigrationRefused, EmbeddedPostgresError, or pg's error when the server refuses
   */
  static async open(options: DatabaseOptions): Promise<Database> {
    const { databaseUrl, log, poolSize = 10 } = options;
    const embedded = databaseUrl === undefined ? await startEmbeddedPostgres(options) : undefined;
    try {
      const connection = embedded?.connection ?? { connectionString: databaseUrl };
      const applied = await migrate(connection);
      if (applied.length > 0) log(`Applied the migrations ${applied.join(', ')}.`);
      const pool = new Pool({ ...connection, max: poolSize, connectionTimeoutMillis: 10_000, keepAlive: true });
      // One that dies while it is lent out fails its query; without a listener it would end the process as well.
      pool.on('connect', (client) => client.on('error', () => undefined));
      // An idle connection that dies is replaced at the next query; at the end each may still hear the server's goodbye.
      pool.on('error', (error) => {
        if (!pool.ending) log(`Lost a database connection: ${error.message}`);
      });
      return new Database(pool, new PrismaClient({ adapter: new PrismaPg(pool) }), connection, embedded);
    } catch (error) {
      await embedded?.stop();
      throw error;
    }
  }

  /** Closes the connections, then leaves the embedded Postgres, which stops when this was its last service. */
  async close(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
    await this.embedded?.stop();
  }
}
