import type { RecordedEvent, RunEstimate } from '../../generation/events.js';
import type { RunStatus } from '../../generation/state.js';
import type { ErrorView } from '../status/fold.js';

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
}

/** The run's row after the event; `undefined` for an event outside any known run. */
export function foldRun(before: RunRow | undefined, projectId: string, event: RecordedEvent): RunRow | undefined {
  if (event.type === 'RunRequested') return newRow(projectId, event);
  if (event.type === 'RevisionRequested') {
    const { instruction, user_id } = event.data;
    const asked = { prompt: instruction, ...(user_id !== undefined && { user_id }) };
    return newRow(projectId, { ...event, type: 'RunRequested', data: asked });
  }
  if (event.type === 'Forked') {
    const { prompt, user_id, template_id, plan } = event.data;
    const asked = {
      prompt,
      ...(user_id !== undefined && { user_id }),
      ...(template_id !== undefined && { template_id }),
    };
    return { ...newRow(projectId, { ...event, type: 'RunRequested', data: asked }), app_name: plan.name };
  }
  return before && continueRow(before, event);
}

function continueRow(
  row: RunRow,
  event: Exclude<RecordedEvent, { type: 'RunRequested' | 'RevisionRequested' | 'Forked' }>,
): RunRow {
  switch (event.type) {
    case 'FileWritten':
    case 'AssetAdded':
      return { ...row, files: row.files + 1 };
    case 'RunEstimated':
      return { ...row, estimate: event.data };
    case 'ModelAnswered':
    case 'ModelCallFailed':
      return withCall(row, event);
    case 'ScreenAdded':
      return row.screens.includes(event.data.screen) ? row : { ...row, screens: [...row.screens, event.data.screen] };
    case 'StageSucceeded':
      return { ...row, app_name: event.data.output.plan?.name ?? row.app_name };
    case 'RetryRequested':
      return { ...row, status: 'active', ended_at: null, duration_ms: null, error: null };
    case 'RunCompleted':
      return {
        ...ended(row, 'complete', event.at),
        app_name: event.data.app_name,
        cost_usd: event.data.cost_usd,
      };
    case 'RunFailed': {
      const { code, reason, stage, retryable } = event.data;
      return { ...ended(row, 'failed', event.at), error: { code, message: reason, stage, retryable } };
    }
    case 'RunCancelled':
      return ended(row, 'cancelled', event.at);
    default:
      return row;
  }
}

function newRow(projectId: string, event: Extract<RecordedEvent, { type: 'RunRequested' }>): RunRow {
  return {
    project_id: projectId,
    run: event.run,
    prompt: event.data.prompt,
    user_id: event.data.user_id ?? null,
    template_id: event.data.template_id ?? null,
    status: 'active',
    app_name: null,
    screens: [],
    files: 0,
    cost_usd: 0,
    estimate: null,
    calls: 0,
    input_tokens: 0,
    output_tokens: 0,
    started_at: event.at,
    ended_at: null,
    duration_ms: null,
    error: null,
  };
}

function withCall(row: RunRow, event: Extract<RecordedEvent, { type: 'ModelAnswered' | 'ModelCallFailed' }>): RunRow {
  const usage = event.type === 'ModelAnswered' ? event.data.usage : undefined;
  const cost = event.data.cost_usd;
  return {
    ...row,
    calls: row.calls + 1,
    input_tokens: row.input_tokens + (usage?.input_tokens ?? 0),
    output_tokens: row.output_tokens + (usage?.output_tokens ?? 0),
    cost_usd: row.cost_usd === null || cost === null ? null : row.cost_usd + cost,
  };
}

function ended(row: RunRow, status: RunStatus, at: string): RunRow {
  return { ...row, status, ended_at: at, duration_ms: Date.parse(at) - Date.parse(row.started_at) };
}
