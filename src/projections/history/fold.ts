import type { RunEstimate } from '../../generation/events.js';
import { totalCostUsd } from '../../generation/meter.js';
import type { RunStatus } from '../../generation/run-state.js';
import type { Stage } from '../../generation/stage-plan.js';
import { type ErrorView, errorOf, type StatusFold } from '../status/fold.js';

/** A row of `run_view`: one run of a project. Times are ISO 8601. */
export interface RunRow {
  readonly project_id: string;
  readonly run: number;
  readonly prompt: string;
  readonly user_id: string | null;
  readonly template_id: string | null;
  readonly status: RunStatus;
  readonly app_name: string | null;
  /** Names, in the order they arrived. */
  readonly screens: readonly string[];
  /** File versions the run wrote. */
  readonly files: number;
  /** Of the models so far; null where a call has no known price. */
  readonly cost_usd: number | null;
  /** What the run was expected to take; null without a model. */
  readonly estimate: RunEstimate | null;
  readonly calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly started_at: string;
  readonly ended_at: string | null;
  /** From the request to the end; a retry's waiting time counts. */
  readonly duration_ms: number | null;
  readonly error: ErrorView | null;
  /** The model that was asked first; null: none was. */
  readonly model: string | null;
  /** US dollars; null where a call of the model has no known price. */
  readonly cost_by_model: Readonly<Record<string, number | null>>;
  /** How long each stage took in the attempt that succeeded. */
  readonly stages_ms: Readonly<Partial<Record<Stage, number>>>;
  /** From the request to the published preview; null before that, and where it was there already. */
  readonly first_light_ms: number | null;
  /** Of the event that asked for the run. */
  readonly first_seq: number;
}

/** The current run as the rules have folded it; none before the first. */
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
