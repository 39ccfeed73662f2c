import { PrismaPg } from '@prisma/adapter-pg';
import type { ClientConfig } from 'pg';
import { Pool } from 'pg';
import type { EmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
import { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
import type { Durability } from './embedded-postgres/server-process.js';
import { PrismaClient } from './generated/client.js';
import { migrate } from './migrate.js';

export interface DatabaseOptions {
  /** URL of an existing Postgres; if undefined, one embedded in `dataDir` is used. */
  readonly databaseUrl?: string | undefined;
  /** Folder of the embedded Postgres. */
  readonly dataDir: string;
  /** Durability of the embedded Postgres; default `full`. */
  readonly durability?: Durability | undefined;
  /** Maximum number of pooled connections; default 10. LISTEN uses one more. */
  readonly poolSize?: number | undefined;
  /** Receives one line for each change to the database or its connections. */
  readonly log: (line: string) => void;
}

/** The migrated database: one connection pool, which Prisma shares for the ordinary tables. */
export class Database {
  private constructor(
    readonly pool: Pool,
    readonly prisma: PrismaClient,
    /** For separate connections (LISTEN, pg-boss). */
    readonly connection: ClientConfig,
    private readonly embedded: EmbeddedPostgres | undefined,
  ) {}

  /**
   * Starts the embedded Postgres if no URL is given, runs the migrations and opens the pool.
   * @throws MigrationRefused, EmbeddedPostgresError, or the error of pg if the server refuses the connection
   */
  static async open(options: DatabaseOptions): Promise<Database> {
    const { databaseUrl, log, poolSize = 10 } = options;
    const embedded = databaseUrl === undefined ? await startEmbeddedPostgres(options) : undefined;
    try {
      const connection = embedded?.connection ?? { connectionString: databaseUrl };
      const applied = await migrate(connection);
      if (applied.length > 0) log(`Applied the migrations ${applied.join(', ')}.`);
      const pool = new Pool({ ...connection, max: poolSize, connectionTimeoutMillis: 10_000, keepAlive: true });
      // If a connection dies while in use, its query fails; without a listener the error event would also end the process.
      pool.on('connect', (client) => client.on('error', () => undefined));
      // The pool replaces an idle connection that dies. While the pool is ending, the server may still report its shutdown here.
      pool.on('error', (error) => {
        if (!pool.ending) log(`Lost a database connection: ${error.message}`);
      });
      return new Database(pool, new PrismaClient({ adapter: new PrismaPg(pool) }), connection, embedded);
    } catch (error) {
      await embedded?.stop();
      throw error;
    }
  }

  /** Closes the connections, then leaves the embedded Postgres, which stops with its last service. */
  async close(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
    await this.embedded?.stop();
  }
}
