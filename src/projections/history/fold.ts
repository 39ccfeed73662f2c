import { totalCostUsd } from '../../generation/meter.js';
import { errorOf, type StatusFold } from '../status/fold.js';
import type { RunRow } from './table.js';

/** The row of the current run; undefined before the first run. */
export function runRow({ state, files, estimate, figures }: StatusFold): RunRow | undefined {
  const { run, projectId } = state;
  if (!run) return undefined;
  const sinceRequest = (at: string | null | undefined): number | null =>
    at === null || at === undefined ? null : Date.parse(at) - Date.parse(run.requestedAt);
  return {
    project_id: projectId,
    run: run.run,
    prompt: run.instruction ?? run.prompt,
    user_id: run.userId ?? null,
    template_id: run.templateId ?? null,
    status: run.status,
    app_name: run.plan?.name ?? null,
    screens: run.screens,
    files,
    cost_usd: totalCostUsd(run.meter),
    estimate,
    calls: run.meter.calls,
    input_tokens: run.meter.inputTokens,
    output_tokens: run.meter.outputTokens,
    started_at: run.requestedAt,
    ended_at: run.endedAt ?? null,
    duration_ms: sinceRequest(run.endedAt),
    error: errorOf(run),
    model: figures.model,
    cost_by_model: figures.costByModel,
    stages_ms: figures.stagesMs,
    first_light_ms: sinceRequest(figures.firstLightAt),
    first_seq: figures.firstSeq,
  };
}
