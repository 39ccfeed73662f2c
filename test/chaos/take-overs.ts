import { AppendGate } from './append-gate.js';
import type { Arena } from './arena.js';
import { attachedAfter } from './boundaries.js';
import { faultsOf } from './recorded-run.js';

export interface TakeOverReport {
  readonly killedMs: readonly number[];
  readonly frozenMs: readonly number[];
  readonly stoppedMs: readonly number[];
  readonly faults: readonly string[];
}

/** Takes the process that drives away, in three ways, while another one is there; the run is held at an event meanwhile. */
export async function takeOvers(arena: Arena, times: number, onDone: (line: string) => void): Promise<TakeOverReport> {
  const [first, second] = arena.services;
  if (!first || !second) throw new Error('A take-over needs two services.');
  await arena.keepUp(2);
  const gate = await AppendGate.on(arena.client);
  const report = {
    killedMs: [] as number[],
    frozenMs: [] as number[],
    stoppedMs: [] as number[],
    faults: [] as string[],
  };
  for (let n = 0; n < times; n++) {
    for (const how of ['SIGKILL', 'SIGSTOP', 'SIGTERM'] as const) {
      const id = `taken-over-${how.toLowerCase()}-${n}`;
      await second.kill('SIGTERM');
      await gate.close(id, 14 + n * 7);
      await arena.request(first, id);
      await gate.untilHeld(() => Promise.resolve(false));
      await second.start();
      const before = (await arena.facts(id)).length;
      const goneAt = Date.now();
      if (how === 'SIGSTOP') first.signal(how);
      else if (how === 'SIGKILL') await arena.kill(first);
      await gate.open();
      if (how === 'SIGTERM') {
        const began = performance.now();
        await first.kill(how);
        report.stoppedMs.push(performance.now() - began);
      }
      const facts = await arena.untilOver(id);
      const ms = attachedAfter(facts, before) - goneAt;
      if (how === 'SIGKILL') report.killedMs.push(ms);
      if (how === 'SIGSTOP') report.frozenMs.push(ms);
      report.faults.push(...faultsOf(facts, arena.expected).map((fault) => `${id}: ${fault}`));
      if (how === 'SIGSTOP') first.signal('SIGCONT');
      else await first.start();
      onDone(`${id}: goes on elsewhere after ${ms} ms`);
    }
  }
  return report;
}
