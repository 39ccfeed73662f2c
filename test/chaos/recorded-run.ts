import type { Client } from 'pg';
import { STAGES } from '../../src/generation/stage-plan.js';

/** An event as the database has it. */
export interface StoredFact {
  readonly seq: number;
  readonly type: string;
  readonly data: {
    readonly stage?: string;
    readonly path?: string;
    readonly sha256?: string;
    readonly reason?: string;
  };
  readonly at: Date;
}

const ENDS = ['RunCompleted', 'RunFailed', 'RunCancelled'];

export async function factsOf(client: Client, projectId: string): Promise<readonly StoredFact[]> {
  const { rows } = await client.query<StoredFact>(
    'select seq, type, data, at from event where project_id = $1 order by seq',
    [projectId],
  );
  return rows;
}

/** Path and hash of each file that the log ends with. */
export function filesOf(facts: readonly StoredFact[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { type, data } of facts) {
    if (data.path === undefined) continue;
    if (type === 'FileDeleted') files.delete(data.path);
    else if (data.sha256 !== undefined) files.set(data.path, data.sha256);
  }
  return files;
}

/** Whether nothing is left to happen: the run has ended and the images are painted. */
export function isOver(facts: readonly StoredFact[]): boolean {
  const isEnded = facts.some(({ type }) => ENDS.includes(type));
  const isComplete = facts.some(({ type }) => type === 'RunCompleted');
  return isEnded && (!isComplete || succeededStages(facts).includes('generating_images'));
}

function succeededStages(facts: readonly StoredFact[]): readonly string[] {
  return facts.flatMap(({ type, data }) => (type === 'StageSucceeded' ? [data.stage ?? ''] : []));
}

/** Everything in which a run that was disturbed differs from what it must be; none: all is well. */
export function faultsOf(facts: readonly StoredFact[], expected: ReadonlyMap<string, string>): readonly string[] {
  const faults: string[] = [];
  if (facts.some(({ seq }, index) => seq !== index + 1)) faults.push('its seq has a gap');
  const succeeded = succeededStages(facts);
  for (const stage of STAGES) {
    const times = succeeded.filter((each) => each === stage).length;
    if (times !== 1) faults.push(`${stage} succeeded ${times} times`);
  }
  const ends = facts.filter(({ type }) => ENDS.includes(type));
  if (ends.map(({ type }) => type).join() !== 'RunCompleted') {
    const said = ends.map(({ type, data }) => [type, data.reason].filter(Boolean).join(': '));
    faults.push(`it ended with ${said.join(', ') || 'nothing'}`);
  }
  const files = filesOf(facts);
  const paths = new Set([...files.keys(), ...expected.keys()]);
  const different = [...paths].filter((path) => files.get(path) !== expected.get(path));
  if (different.length > 0) faults.push(`its files differ: ${different.join(', ')}`);
  return faults;
}
