/** `npm run bench`: figures beside reference runs of the same minute; docs/benchmarks.md keeps a table with its date. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { table } from './figures.js';
import { benchLog } from './log-bench.js';
import { benchRuns } from './run-bench.js';

Logger.overrideLogger(false);
const folder = await mkdtemp(join(tmpdir(), 'firstlight-bench-'));
// Run by root, the embedded Postgres runs as another user, who must get in.
await chmod(folder, 0o711);
const load = loadavg()[0]?.toFixed(2) ?? '?';
try {
  const figures = [...(await benchLog(join(folder, 'log'))), ...(await benchRuns(join(folder, 'runs')))];
  const machine = `${cpus().length} cores, load ${load} before the start, Node ${process.version}`;
  process.stdout.write(`${new Date().toISOString().slice(0, 10)}, ${machine}\n\n${table(figures)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
