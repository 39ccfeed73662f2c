import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { readProject } from '../../src/commands/read-project.js';
import { editStream } from '../../src/event-store/stream-id.js';
import { type Instance, newParty, occurrences, PATHS, Person } from '../support/edit-party.js';
import { steadyHand } from '../support/steady-hand.js';
import { spawnFixture } from '../support/typescript-process.js';
import { AppendGate } from './append-gate.js';

const [PATH = ''] = PATHS;
const TOKENS = /\/\*\w+\*\//g;

interface EditBoundaryReport {
  /** How often the session was killed right before one of its events. */
  readonly kills: number;
  /** What was wrong afterwards, in words. */
  readonly faults: readonly string[];
}

/** A place before an event of one of the two streams that an edit session writes. */
interface Boundary {
  readonly streamOf: (projectId: string) => string;
  /** The seq of the event before it. */
  readonly after: number;
}

/**
 * For each event that an edit session appends, to the text's stream and to the project's: the session is held there and its process
 * killed -9. What it was told is stored must be in the text once, and somebody else must be able to edit on.
 */
export async function killAtEditBoundaries(databaseUrl: string, steady: Instance): Promise<EditBoundaryReport> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const gate = await AppendGate.on(client);
    const faults: string[] = [];
    let kills = 0;
    for (const [n, { streamOf, after }] of (await boundariesOf(databaseUrl, steady)).entries()) {
      const projectId = `edit-boundary-${n}`;
      await newParty(steady, projectId);
      await gate.close(streamOf(projectId), after);
      const session = startSession(databaseUrl, projectId);
      if (await gate.untilHeld(() => Promise.resolve(session.isOver()))) {
        session.kill();
        kills += 1;
      }
      const told = await session.told;
      await gate.open();
      faults.push(...(await faultsOf(steady, projectId, told)).map((fault) => `${projectId}: ${fault}`));
    }
    return { kills, faults };
  } finally {
    await client.end();
  }
}

/** Of a session that nobody disturbs. */
async function boundariesOf(databaseUrl: string, steady: Instance): Promise<readonly Boundary[]> {
  const projectId = 'edit-undisturbed';
  await newParty(steady, projectId);
  const before = await steady.store.headSeq(projectId);
  await startSession(databaseUrl, projectId).told;
  const [edits = 0, events = 0] = await steady.store.headSeqs([editStream(projectId, PATH), projectId]);
  return [
    ...range(0, edits).map((after) => ({ streamOf: (id: string) => editStream(id, PATH), after })),
    ...range(before, events).map((after) => ({ streamOf: (id: string) => id, after })),
  ];
}

/** `told`: the comments that were acknowledged, once the process has gone. */
function startSession(databaseUrl: string, projectId: string) {
  const child = spawnFixture('edit-session-process.ts', [databaseUrl, projectId, PATH]);
  if (!child.stdout) throw new Error('It has no output.');
  const told = Promise.all([text(child.stdout), once(child, 'exit')]).then(([lines]) =>
    lines.split('\n').filter((line) => line !== ''),
  );
  return {
    told,
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    kill: () => void child.kill('SIGKILL'),
  };
}

async function faultsOf(steady: Instance, projectId: string, told: readonly string[]): Promise<readonly string[]> {
  const bob = new Person(projectId, PATH, 'bob', steadyHand);
  await bob.open(steady);
  bob.edit();
  while (!bob.isSynced) await bob.sync(steady);
  const { edited } = await steady.checkpoints.write(projectId, PATH);
  const now = edited.text.toString();
  const file = (await readProject(steady.store, projectId)).files[PATH];
  const [written] = await steady.blobs.get([file?.sha256 ?? '']);
  const lost = [...told, ...bob.typed].filter((token) => occurrences(now, token) === 0);
  const twice = (now.match(TOKENS) ?? []).filter((token) => occurrences(now, token) > 1);
  return [
    ...lost.map((token) => `${token} was acknowledged and is lost`),
    ...twice.map((token) => `${token} is there twice`),
    ...(String(written) === now ? [] : ['the file is not what the text is']),
    ...(bob.text === now ? [] : ['who edits on sees another text']),
  ];
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
