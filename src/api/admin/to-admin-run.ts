import type { AdminRun } from '../../contract/admin/runs.js';
import type { RunRow } from '../../projections/history/table.js';

export function toAdminRun(row: RunRow): AdminRun {
  const { screens, estimate: _estimate, cost_by_model: _costs, first_seq: _first, ...run } = row;
  return { ...run, stages_ms: { ...run.stages_ms }, screens: screens.length };
}
