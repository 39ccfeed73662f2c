import { AppendGate } from './append-gate.js';
import type { Arena } from './arena.js';
import { faultsOf, isOver, type StoredFact } from './recorded-run.js';

export interface BoundaryReport {
  /** The seqs at which the service was really killed. */
  readonly killedAt: readonly number[];
  /** What was wrong afterwards, in words. */
  readonly faults: readonly string[];
  /** From the new process's start to its driver's first event, in milliseconds. */
  readonly goesOnMs: readonly number[];
}

/**
 * For each of the events: a run is held there, its service killed -9 and started again; with no client connected it must end as
 * an undisturbed one. Several events that are appended as one have one boundary before them.
 */
export async function killAtBoundaries(
  arena: Arena,
  seqs: Iterable<number>,
  onDone: (line: string) => void = () => undefined,
): Promise<BoundaryReport> {
  await arena.keepUp(1);
  const gate = await AppendGate.on(arena.client);
  const killedAt: number[] = [];
  const faults: string[] = [];
  const goesOnMs: number[] = [];
  for (const seq of seqs) {
    const id = `boundary-${seq}`;
    await gate.close(id, seq);
    await arena.request(arena.first, id);
    const isHeld = await gate.untilHeld(async () => isOver(await arena.facts(id)));
    if (isHeld) await arena.kill(arena.first);
    await gate.open();
    if (!isHeld) {
      onDone(`event ${seq}: the run was over before`);
      continue;
    }
    const before = await arena.facts(id);
    const startedAt = Date.now();
    await arena.first.start();
    const facts = await arena.untilOver(id);
    const wrong = faultsOf(facts, arena.expected).map((fault) => `killed at event ${seq}: ${fault}`);
    killedAt.push(before.length);
    faults.push(...wrong);
    goesOnMs.push(attachedAfter(facts, before.length) - startedAt);
    onDone(`event ${seq}: killed with ${before.length} events, ${wrong.join('; ') || 'ended as undisturbed'}`);
  }
  return { killedAt, faults, goesOnMs };
}

/** When the next driver attached, ms since 1970. */
export function attachedAfter(facts: readonly StoredFact[], seq: number): number {
  return facts.find((fact) => fact.type === 'DriverAttached' && fact.seq > seq)?.at.getTime() ?? NaN;
}
