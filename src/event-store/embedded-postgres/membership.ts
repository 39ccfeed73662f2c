import type { ClientConfig } from 'pg';
import { Client, DatabaseError } from 'pg';

/** Any number that nothing else locks in the database `postgres`. */
export const SERVICES_LOCK = 0x4c494748;

/** What joining found: in; nobody listening there; or a server that is just starting or stopping. */
export type Joining = Membership | 'absent' | 'busy';

/**
 * One service's share in the server: a session that holds a shared lock. It ends with the process, however that dies, so
 * nobody counts for ever; and its end tells a live service that the server has gone.
 */
export class Membership {
  private hasLeft = false;

  private constructor(private readonly client: Client) {}

  /** @param onLost the server has gone, or has dropped this session; not called after leave() */
  static async join(connection: ClientConfig, onLost: () => void): Promise<Joining> {
    const client = new Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 10_000 });
    // An error is always followed by the end of the connection, which onLost tells.
    client.on('error', () => undefined);
    try {
      await client.connect();
      // Refused only while the last one out holds it to stop the server.
      const { rows } = await client.query<{ isIn: boolean }>('select pg_try_advisory_lock_shared($1) as "isIn"', [
        SERVICES_LOCK,
      ]);
      if (!rows[0]?.isIn) {
        await client.end();
        return 'busy';
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      return stateOf(error);
    }
    const membership = new Membership(client);
    client.once('end', () => {
      if (!membership.hasLeft) onLost();
    });
    return membership;
  }

  /** Leaves; the last one out calls `stopServer` while newcomers are kept waiting. */
  async leave(stopServer: () => Promise<void>): Promise<void> {
    this.hasLeft = true;
    try {
      await this.client.query('select pg_advisory_unlock_shared($1)', [SERVICES_LOCK]);
      const { rows } = await this.client.query<{ isLast: boolean }>('select pg_try_advisory_lock($1) as "isLast"', [
        SERVICES_LOCK,
      ]);
      if (rows[0]?.isLast) await stopServer();
    } finally {
      await this.client.end();
    }
  }
}

/** 57P03: starting up, recovering or shutting down; 57P01: shut down while we joined; 53300: no connection left. */
const BUSY_CODES = ['57P01', '57P03', '53300'];

function stateOf(error: unknown): 'absent' | 'busy' {
  // Anything but an answer of Postgres: no socket, nobody behind it, hung up, or no answer at all.
  if (!(error instanceof DatabaseError)) return 'absent';
  if (BUSY_CODES.includes(error.code ?? '')) return 'busy';
  throw error;
}
