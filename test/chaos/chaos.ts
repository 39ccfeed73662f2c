/** `npm run chaos`: kills, freezes and stops, and what became of the runs; docs/benchmarks.md keeps its figures with their date. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../src/event-store/embedded-postgres/embedded-postgres.js';
import { type Figure, quantile, table } from '../bench/figures.js';
import { Arena } from './arena.js';
import { killAtBoundaries } from './boundaries.js';
import { takeDatabaseAway } from './database-away.js';
import { cancelRuns } from './cancels.js';
import { storm } from './storm.js';
import { takeOvers } from './take-overs.js';

const HELP = `Kills the service in every way and compares what became of its runs with an undisturbed one.

  npm run chaos -- [boundaries] [storm] [database] [takeover] [cancel] [options]

  boundaries   kill -9 at every event of a run (--from, --to: only those; --minutes: begins no further one after so long)
  storm        --kills (200) random kill -9, STOP/CONT and TERM over --processes (3) on one database; --seed
  database     away for 15 s in the middle of a run
  takeover     --takeovers (5) times kill -9, STOP and TERM of the process that drives: when another one goes on
  cancel       --cancels (100) at random moments of a run
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: '3' },
    to: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '200' },
    processes: { type: 'string', default: '3' },
    cancels: { type: 'string', default: '100' },
    takeovers: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
});
const PARTS = ['boundaries', 'storm', 'database', 'takeover', 'cancel'];
const parts = positionals.length > 0 ? positionals : PARTS;
const unknown = parts.filter((part) => !PARTS.includes(part));
if (values.help || unknown.length > 0) {
  process.stdout.write(unknown.length > 0 ? `There is no part ${unknown.join(', ')}.\n\n${HELP}` : HELP);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'firstlight-chaos-'));
// Run by root, the embedded Postgres runs as another user, who must get in.
await chmod(folder, 0o711);
const load = loadavg()[0]?.toFixed(2) ?? '?';
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: say });
const figures: Figure[] = [];
let faults: readonly string[] = [];
let arena: Arena | undefined;
try {
  const processes = parts.includes('storm') ? Number(values.processes) : parts.includes('takeover') ? 2 : 1;
  arena = await Arena.open(postgres.connectionString, processes);
  say(`An undisturbed run has ${arena.eventCount} events and ${arena.expected.size} files.`);
  for (const part of parts) await run(part, arena);
  const orphans = await arena.orphans(10_000);
  figures.push({ what: 'processes left by killed services', value: String(orphans) });
  if (orphans > 0) faults = [...faults, `${orphans} processes were left behind`];
} finally {
  await arena?.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
const machine = `${cpus().length} cores, load ${load} before the start, Node ${process.version}`;
process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, ${machine}, --seed ${values.seed}\n\n${table(figures)}\n`,
);
for (const fault of faults) say(`FAULT: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function run(part: string, on: Arena): Promise<void> {
  if (part === 'boundaries') {
    // A disturbed run has one more event for each driver.
    const last = Math.min(Number(values.to), on.eventCount);
    const first = Number(values.from);
    const until = Date.now() + Number(values.minutes) * 60_000;
    const report = await killAtBoundaries(on, upToThen(first, last, until), say);
    faults = [...faults, ...report.faults];
    const states = new Set(report.killedAt).size;
    figures.push(
      { what: `kill -9 at the events from ${first} on`, value: `${report.killedAt.length} kills, ${states} states` },
      { what: 'runs that did not end as undisturbed', value: String(report.faults.length) },
      { what: 'start after kill -9 → run goes on', value: spread(report.goesOnMs) },
    );
  } else if (part === 'storm') {
    const report = await storm(on, { kills: Number(values.kills), seed: Number(values.seed), onDone: say });
    faults = [...faults, ...report.faults];
    figures.push(
      { what: `random disturbances of ${on.services.length} processes`, value: report.disturbances },
      {
        what: 'runs in the storm, all complete and as undisturbed',
        value: `${report.runs}, faults: ${report.runFaults}`,
      },
      {
        what: 'events told to viewers that reconnect',
        value: `${report.told}, lost or doubled: ${report.viewerFaults}`,
      },
    );
  } else if (part === 'database') {
    const { goesOnMs, faults: found } = await takeDatabaseAway(on, 'without-database', 15_000);
    faults = [...faults, ...found];
    figures.push({ what: 'database back after 15 s → run goes on', value: `${goesOnMs} ms, faults: ${found.length}` });
  } else if (part === 'takeover') {
    const report = await takeOvers(on, Number(values.takeovers), say);
    faults = [...faults, ...report.faults];
    figures.push(
      { what: 'kill -9 → run goes on in another process', value: spread(report.killedMs) },
      { what: 'STOP → run goes on in another process', value: spread(report.frozenMs) },
      { what: 'TERM in a run → process has ended', value: spread(report.stoppedMs) },
    );
  } else {
    const report = await cancelRuns(on, Number(values.cancels), Number(values.seed));
    faults = [...faults, ...report.faults];
    figures.push({ what: 'cancel → cancelled at the viewer', value: spread(report.cancelledMs) });
  }
}

/** The numbers from `first` to `last`, and no further one once it is `untilMs`. */
function* upToThen(first: number, last: number, untilMs: number): Generator<number> {
  for (let seq = first; seq <= last && Date.now() < untilMs; seq++) yield seq;
}

function spread(samplesMs: readonly number[]): string {
  const at = (share: number): string => quantile(samplesMs, share).toFixed(0);
  return `${at(0.5)} ms (p99 ${at(0.99)} ms, max ${Math.max(...samplesMs).toFixed(0)} ms, n=${samplesMs.length})`;
}
