import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

/** Any number that nothing else locks. */
const GATE = 72_707_399;

const SET_UP = `
create table if not exists chaos_gate (project_id text primary key, after_seq int not null);
create or replace function chaos_hold() returns trigger language plpgsql as $$
begin
  if exists (select from chaos_gate g where g.project_id = new.project_id and new.seq > g.after_seq) then
    perform pg_advisory_xact_lock_shared(${GATE});
  end if;
  return new;
end $$;
create or replace trigger chaos_hold before insert on event for each row execute function chaos_hold()`;

/**
 * Holds a project's log at an event, inside the database: whoever appends the next one waits for ever, with all the work for it
 * done. A service that is killed then has been killed exactly at that boundary, at the worst moment.
 */
export class AppendGate {
  private constructor(private readonly client: Client) {}

  static async on(client: Client): Promise<AppendGate> {
    await client.query(SET_UP);
    return new AppendGate(client);
  }

  async close(projectId: string, afterSeq: number): Promise<void> {
    await this.client.query('select pg_advisory_lock($1)', [GATE]);
    await this.client.query('insert into chaos_gate values ($1, $2)', [projectId, afterSeq]);
  }

  /** Resolves with true when someone waits at the gate; with false when `isOver` says that nobody will. */
  async untilHeld(isOver: () => Promise<boolean>): Promise<boolean> {
    while ((await this.waiting()).length === 0) {
      if (await isOver()) return false;
      await sleep(5);
    }
    return true;
  }

  /** Lets go; an append that still waits there is undone with its session. */
  async open(): Promise<void> {
    for (const pid of await this.waiting()) await this.client.query('select pg_terminate_backend($1, 5000)', [pid]);
    await this.client.query('delete from chaos_gate');
    await this.client.query('select pg_advisory_unlock($1)', [GATE]);
  }

  private async waiting(): Promise<readonly number[]> {
    const { rows } = await this.client.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and not granted and objid = $1
         and database = (select oid from pg_database where datname = current_database())`,
      [GATE],
    );
    return rows.map(({ pid }) => pid);
  }
}
