/**
 * `npm run bench`: figures beside reference runs of the same minute; docs/benchmarks.md keeps a table with its date.
 * `npm run bench -- open-page edits` runs only the groups named.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { benchAdmin } from './admin-bench.js';
import { benchBlueprint } from './blueprint-bench.js';
import { benchEdits } from './edit-bench.js';
import { type Figure, table } from './figures.js';
import { benchGrowth } from './growth-bench.js';
import { benchFirstStart } from './first-start-bench.js';
import { benchNewTab, benchOpenPage } from './first-light-bench.js';
import { benchLog } from './log-bench.js';
import { benchManyProjects } from './many-projects-bench.js';
import { benchModels } from './model-bench.js';
import { benchRuns } from './run-bench.js';
import { buildStudio } from '../../src/studio/build.mjs';
import { benchPhonesLater } from './phones-later-bench.js';
import { benchParty } from './party-bench.js';
import { benchStudio } from './studio-bench.js';
import { benchTogether } from './together-bench.js';
import { benchViewers } from './viewers-bench.js';

const GROUPS: Readonly<Record<string, (folder: string) => Promise<readonly Figure[]>>> = {
  blueprint: benchBlueprint,
  log: benchLog,
  runs: benchRuns,
  'open-page': benchOpenPage,
  'new-tab': benchNewTab,
  edits: benchEdits,
  'many-projects': benchManyProjects,
  growth: benchGrowth,
  viewers: benchViewers,
  models: benchModels,
  'first-start': benchFirstStart,
  'phones-later': benchPhonesLater,
  together: benchTogether,
  party: benchParty,
  admin: benchAdmin,
  studio: benchStudio,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(GROUPS, name));
if (unknown.length > 0)
  throw new Error(`No such group: ${unknown.join(', ')}. There are ${Object.keys(GROUPS).join(', ')}.`);

Logger.overrideLogger(false);
await buildStudio();
const folder = await mkdtemp(join(tmpdir(), 'firstlight-bench-'));
// Run by root, the embedded Postgres runs as another user, who must get in.
await chmod(folder, 0o711);
const load = loadavg()[0]?.toFixed(2) ?? '?';
try {
  const figures: Figure[] = [];
  for (const [name, bench] of Object.entries(GROUPS)) {
    if (named.length === 0 || named.includes(name)) figures.push(...(await bench(join(folder, name))));
  }
  const machine = `${cpus().length} cores, load ${load} before the start, Node ${process.version}`;
  process.stdout.write(`${new Date().toISOString().slice(0, 10)}, ${machine}\n\n${table(figures)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
