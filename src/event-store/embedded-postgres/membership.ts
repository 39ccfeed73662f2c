import type { ClientConfig } from 'pg';
import { Client, DatabaseError } from 'pg';

/** An arbitrary key that no other advisory lock in the database `postgres` uses. */
export const SERVICES_LOCK = 0x4c494748;

/** The result of joining: a membership; `absent` if no server is listening; `busy` if it is starting or stopping. */
export type Joining = Membership | 'absent' | 'busy';

/**
 * One service's use of the server: a session that holds a shared lock. The session ends with the process, however that dies, so a
 * dead service never counts as a user. Its end also tells a live service that the server is gone.
 */
export class Membership {
  private hasLeft = false;

  private constructor(private readonly client: Client) {}

  /** @param onLost called when the server is gone or has dropped this session; not after leave() */
  static async join(connection: ClientConfig, onLost: () => void): Promise<Joining> {
    const client = new Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 10_000 });
    // The connection always ends after an error, and `onLost` reports that.
    client.on('error', () => undefined);
    try {
      await client.connect();
      // Refused only while the last service to leave holds the lock in order to stop the server.
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

  /** Leaves. The last service to leave calls `stopServer` while new ones wait. */
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

/** 57P03: starting up, recovering or shutting down; 57P01: shut down during the join; 53300: too many connections. */
const BUSY_CODES = ['57P01', '57P03', '53300'];

function stateOf(error: unknown): 'absent' | 'busy' {
  // Not an answer from Postgres: no socket, nobody listening, a closed connection or a timeout.
  if (!(error instanceof DatabaseError)) return 'absent';
  if (BUSY_CODES.includes(error.code ?? '')) return 'busy';
  throw error;
}
