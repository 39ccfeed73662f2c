import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceProcess } from '../support/service-process.js';
import type { Arena } from './arena.js';
import { Random } from './random.js';
import { faultsOf, isOver } from './recorded-run.js';
import { SteadyViewer } from './steady-viewer.js';

export interface StormOptions {
  readonly kills: number;
  readonly seed: number;
  readonly onDone?: (line: string) => void;
}

export interface StormReport {
  readonly disturbances: string;
  readonly runs: number;
  readonly runFaults: number;
  /** Messages that viewers were told. */
  readonly told: number;
  readonly viewerFaults: number;
  readonly faults: readonly string[];
}

type Blow = 'SIGKILL' | 'SIGSTOP' | 'SIGTERM';

const AT_ONCE = 3;
/** Much longer than any take-over: a run that has not ended by then has none. */
const PATIENCE_MS = 180_000;

/** Random blows to the arena's services while runs go on and viewers watch; then it is quiet, and everything must have ended well. */
export async function storm(
  arena: Arena,
  { kills, seed, onDone = () => undefined }: StormOptions,
): Promise<StormReport> {
  await arena.keepUp(arena.services.length);
  const random = new Random(seed);
  const up = new Set<ServiceProcess>(arena.services);
  const anyUrl = (): string | undefined => random.oneOf([...up])?.url();
  const viewers = new Map<string, readonly SteadyViewer[]>();
  const blows: Record<Blow, number> = { SIGKILL: 0, SIGSTOP: 0, SIGTERM: 0 };
  const recovering = new Set<Promise<void>>();

  const strike = async (service: ServiceProcess, blow: Blow): Promise<void> => {
    up.delete(service);
    blows[blow] += 1;
    if (blow === 'SIGSTOP') {
      service.signal(blow);
      // Above ten seconds its heartbeats have run out: another one goes on, and it thaws as a zombie.
      await sleep(random.next() < 0.2 ? random.between(11_000, 14_000) : random.between(100, 3_000));
      service.signal('SIGCONT');
    } else {
      if (blow === 'SIGKILL') await arena.kill(service);
      else await service.kill(blow);
      await sleep(random.between(0, 1_000));
      await service.start();
    }
    up.add(service);
  };

  let started = 0;
  const keepRunning = async (): Promise<void> => {
    const active = await countActive(arena, [...viewers.keys()]);
    const [service] = [...up].sort(() => random.next() - 0.5);
    if (active >= AT_ONCE || !service) return;
    const id = `storm-${seed}-${started}`;
    // It may be struck while it answers; the same id is asked for again, and joins what is there.
    await arena.request(service, id).then(
      () => {
        started += 1;
        viewers.set(id, [new SteadyViewer(id, anyUrl), new SteadyViewer(id, anyUrl)]);
      },
      () => undefined,
    );
  };

  for (let n = 0; n < kills;) {
    await keepRunning();
    const service = random.oneOf([...up]);
    if (service) {
      const blow = random.oneOf<Blow>(['SIGKILL', 'SIGKILL', 'SIGSTOP', 'SIGTERM']) ?? 'SIGKILL';
      const recovery = strike(service, blow).finally(() => recovering.delete(recovery));
      recovering.add(recovery);
      n += 1;
      if (n % 10 === 0) onDone(`${n} of ${kills} blows, ${viewers.size} runs`);
    }
    for (const each of viewers.values()) if (random.next() < 0.1) each[0]?.cut();
    await sleep(random.between(50, 1_200));
  }
  await Promise.all(recovering);

  const runFaults: string[] = [];
  const viewerFaults: string[] = [];
  const deadline = Date.now() + PATIENCE_MS;
  let told = 0;
  for (const [id, watching] of viewers) {
    let facts = await arena.facts(id);
    while (!isOver(facts) && Date.now() < deadline) {
      await sleep(50);
      facts = await arena.facts(id);
    }
    runFaults.push(...faultsOf(facts, arena.expected).map((fault) => `${id}: ${fault}`));
    const messages = await messagesOf(arena, id);
    for (const viewer of watching) {
      while (viewer.log.length < facts.length && Date.now() < deadline) await sleep(20);
      await viewer.close();
      told += viewer.log.length;
      viewerFaults.push(...viewer.faults);
      if (viewer.log.join('\n') !== messages.join('\n'))
        viewerFaults.push(`${id}: a viewer saw another story than the log`);
    }
  }
  return {
    disturbances: `${blows.SIGKILL} × kill -9, ${blows.SIGSTOP} × STOP/CONT, ${blows.SIGTERM} × TERM`,
    runs: viewers.size,
    runFaults: runFaults.length,
    told,
    viewerFaults: viewerFaults.length,
    faults: [...runFaults, ...viewerFaults],
  };
}

async function countActive(arena: Arena, ids: readonly string[]): Promise<number> {
  const { rows } = await arena.client.query<{ ended: number }>(
    `select count(distinct project_id)::int as ended from event
     where project_id = any($1) and type in ('RunCompleted', 'RunFailed', 'RunCancelled')`,
    [ids],
  );
  return ids.length - (rows[0]?.ended ?? 0);
}

/** The log as any service tells it over REST, as text. */
async function messagesOf(arena: Arena, id: string): Promise<readonly string[]> {
  const answer = await fetch(`${arena.first.url()}/api/v1/projects/${id}/events?limit=1000`);
  const { events } = (await answer.json()) as { events: { message: object }[] };
  return events.map(({ message }) => JSON.stringify(message));
}
