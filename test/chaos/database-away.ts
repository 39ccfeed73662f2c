import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ProjectViewer } from '../support/follow-project.js';
import type { Arena } from './arena.js';
import { faultsOf } from './recorded-run.js';

export interface AwayReport {
  /** From the database's return to the next event of the run, in milliseconds. */
  readonly goesOnMs: number;
  /** Codes of the notices that the run's viewer got, in order. */
  readonly notices: readonly string[];
  readonly faults: readonly string[];
}

/** Takes the database away from everyone in the middle of a run: every session ends, and none is let in for `awayMs`. */
export async function takeDatabaseAway(arena: Arena, id: string, awayMs: number): Promise<AwayReport> {
  const { database = '', host, port, user = '' } = arena.client;
  const outside = new Client({ host, port, user, database: 'postgres', ssl: false });
  await outside.connect();
  const viewer = await ProjectViewer.open(arena.first.url(), id);
  viewer.start('Create a recipe app called Saffron with favourites');
  await viewer.until(({ seq = 0 }) => seq >= 14);
  await outside.query(`alter database ${database} with allow_connections false`);
  await outside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database]);
  await sleep(awayMs);
  await outside.query(`alter database ${database} with allow_connections true`);
  const backAt = Date.now();
  await outside.end();
  await arena.reconnect();
  await viewer.end();
  const facts = await arena.untilOver(id);
  await viewer.until(({ seq = 0 }) => seq === facts.length);
  await viewer.close();
  const goesOnMs = (facts.find(({ at }) => at.getTime() > backAt)?.at.getTime() ?? NaN) - backAt;
  const notices = viewer.messages.flatMap(({ type, data }) => (type === 'notice' ? [String(data['code'])] : []));
  const seqs = viewer.messages.flatMap(({ seq }) => seq ?? []);
  const faults = [...faultsOf(facts, arena.expected)];
  if (seqs.some((seq, index) => seq !== index + 1)) faults.push('its viewer missed an event, or got one twice');
  if (!notices.includes('log_unavailable')) faults.push('its viewer was not told');
  return { goesOnMs, notices, faults: faults.map((fault) => `${id}: ${fault}`) };
}
