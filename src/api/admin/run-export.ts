import { pipeline, Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { HistoryView, RunFilter } from '../../projections/history/history-view.js';
import { type AdminRun, adminRun } from '../../contract/admin/runs.js';
import { toAdminRun } from './to-admin-run.js';

export const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/** How many runs are read at a time: the history need not fit into memory. */
const PAGE = 500;

/** All runs that match the filter, newest first, as they are read. */
export function exportedRuns(history: HistoryView, filter: RunFilter, format: keyof typeof TYPES): Readable {
  const runs = Readable.from(allRuns(history, filter));
  if (format === 'json') return Readable.from(asJson(runs));
  const lines = stringify({
    header: true,
    columns: Object.keys(adminRun.shape),
    // A prompt that begins with = must not become a formula in a spreadsheet.
    escape_formulas: true,
    cast: { object: (value) => JSON.stringify(value) },
  });
  return pipeline(runs, lines, (error) => {
    // Half a file must not look like a whole one: the pipeline has ended the connection.
    if (error) new Logger('api').warn(`An export ended early: ${error.message}`);
  });
}

async function* allRuns(history: HistoryView, filter: RunFilter): AsyncGenerator<AdminRun> {
  let after: Parameters<HistoryView['search']>[2];
  for (;;) {
    const page = await history.search(filter, PAGE, after);
    yield* page.map(toAdminRun);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = { startedAt: last.started_at, projectId: last.project_id, run: last.run };
  }
}

async function* asJson(runs: AsyncIterable<AdminRun>): AsyncGenerator<string> {
  let before = '[';
  for await (const run of runs) {
    yield `${before}\n${JSON.stringify(run)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
