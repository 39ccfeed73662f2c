import type { CompleteData } from '../contract/messages/end-messages.js';
import type { LogMessage } from '../contract/messages/log-message.js';
import type { ProgressData } from '../contract/messages/progress-message.js';
import type { RunData } from '../contract/messages/run-message.js';
import type { MeterData } from '../contract/run.js';
import type { RecordedEvent } from './events.js';
import { type Meter, totalCostUsd } from './meter.js';
import { callAnswered } from './call-words.js';
import { planSummary } from './plan-summary.js';
import { STAGE_RULES, type Stage } from './stage-plan.js';
import type { RunState } from './run-state.js';
import { evolve, type ProjectState } from './state.js';

export type { LogMessage };

/**
 * The state after `event` and the one message that reports it to viewers: a pure function of the event and what came
 * before, so that replay and live are identical to the byte.
 */
export function tell(before: ProjectState, event: RecordedEvent): { state: ProjectState; message: LogMessage } {
  const state = evolve(before, event);
  const { type, ...told } = describe(state, event);
  const { seq, at, run } = event;
  // The fields in the order in which they have always been sent.
  return { state, message: { type, seq, at, run, ...told } as LogMessage };
}

/** The part of a message that does not depend on its place in the log. */
type Body = LogMessage extends infer Message
  ? Message extends LogMessage
    ? Omit<Message, 'seq' | 'at' | 'run'>
    : never
  : never;

function describe(state: ProjectState, event: RecordedEvent): Body {
  const run = state.run;
  switch (event.type) {
    case 'RunRequested':
      return runMessage(state, 'requested', event.data);
    case 'RevisionRequested':
      return runMessage(state, 'revising', event.data);
    case 'RevisionQueued':
      return {
        type: 'queue',
        data: {
          ...{ state: 'queued', revision: event.seq, position: state.queue.length },
          ...event.data,
          queue: state.queue,
        },
      };
    case 'RevisionWithdrawn':
      return { type: 'queue', data: { state: 'withdrawn', ...event.data, queue: state.queue } };
    case 'RetryRequested':
      return runMessage(state, 'retrying');
    case 'CancelRequested':
      return runMessage(state, 'cancelling', event.data);
    case 'DriverAttached':
      return { type: 'driver', data: event.data };
    case 'StageStarted':
      return stageStarted(run, event.data.stage);
    case 'StageSucceeded':
      return stageSucceeded(run, event.data.stage);
    case 'StageFailed':
      return stageFailed(run, event.data);
    case 'ScreenAdded': {
      const stage = run?.stages.generating_base === 'succeeded' ? 'generating_screens' : 'generating_base';
      return progress(run, stage, `Added screen ${event.data.screen}`, { screens_added: [event.data.screen] });
    }
    case 'ModelAnswered':
      return modelMessage(run, event.data.stage, callAnswered(event.data.call));
    case 'ModelCallFailed':
      return modelMessage(run, event.data.stage, `The model gave no answer: ${event.data.reason}`);
    case 'RunEstimated':
      return runMessage(state, 'estimated', { estimate: event.data });
    case 'BudgetReached':
      return runMessage(state, 'budget_reached', event.data);
    case 'FileWritten':
      return { type: 'file', data: { op: 'written', ...event.data } };
    case 'FileRenamed':
      return { type: 'file', data: { op: 'renamed', ...event.data } };
    case 'FileConflicted': {
      const { meant_sha256: _meant, ...conflict } = event.data;
      return { type: 'conflict', data: { state: 'open', conflict: event.seq, ...conflict } };
    }
    case 'ConflictResolved': {
      const { how, ...resolved } = event.data;
      return { type: 'conflict', data: { state: how, ...resolved } };
    }
    case 'Restored':
      return { type: 'restored', data: { to_seq: event.data.to_seq, author: event.data.author } };
    case 'Forked': {
      const { from, prompt, user_id } = event.data;
      return runMessage(state, 'forked', { from, prompt, ...(user_id !== undefined && { user_id }) });
    }
    case 'FileDeleted':
      return { type: 'file', data: { op: 'deleted', ...event.data } };
    case 'AssetAdded':
      return { type: 'asset', data: event.data };
    case 'PreviewPublished':
      return {
        type: 'preview',
        data: { state: 'published', preview_url: event.data.urls.web, preview_urls: event.data.urls },
      };
    case 'ShareRequested':
      return { type: 'share', data: { state: 'exporting', project_id: state.projectId } };
    case 'SiteExported': {
      const { url, files } = event.data;
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      return { type: 'share', data: { state: 'shared', url, files: files.length, bytes } };
    }
    case 'ShareFailed':
      return { type: 'share', data: { state: 'failed', code: event.data.code, message: event.data.reason } };
    case 'PreviewTroubled':
      return { type: 'preview', data: { state: 'troubled', ...event.data } };
    case 'PreviewHealed':
      return { type: 'preview', data: { state: 'healed' } };
    case 'RunCompleted':
      return { type: 'complete', data: completeData(state, event) };
    case 'RunFailed': {
      const { stage, code, reason, retryable } = event.data;
      return { type: 'error', error: reason, data: { code, message: reason, stage, retryable } };
    }
    case 'RunCancelled':
      return { type: 'cancelled', data: { project_id: state.projectId, message: 'The run was cancelled.' } };
    case 'ProjectDeleted':
      return { type: 'deleted', data: { project_id: state.projectId, message: 'The project was deleted.' } };
    default:
      return event satisfies never;
  }
}

/** What happened to the run, together with its state after that, so that nobody has to guess one from the other. */
function runMessage({ projectId, run }: ProjectState, status: RunData['status'], more: object = {}): Body {
  const urls = run?.isPreviewPublished ? run.urls : undefined;
  const data = {
    status,
    project_id: projectId,
    ...more,
    run_status: run?.status,
    is_cancelling: run?.isCancelRequested,
    prompt: run?.prompt,
    ...(run?.instruction !== undefined && { instruction: run.instruction }),
    ...(run?.plan && { app_name: run.plan.name }),
    progress: run?.progress,
    stages: run?.stages,
    ...(urls && { preview_url: urls.web, preview_urls: urls }),
  };
  return { type: 'run', data: data as RunData };
}

/** Clients understand `preview_ready` as "open it now", so it is not named before the preview has answered. */
function stageStarted(run: RunState | undefined, stage: Stage): Body {
  if (stage === 'preview_ready')
    return progress(run, run?.stage ?? 'creating_tunnel', STAGE_RULES.preview_ready.words.started);
  return progress(run, stage, STAGE_RULES[stage].words.started, { stage_status: 'started' });
}

function progress(run: RunState | undefined, stage: Stage, message: string, more: Partial<ProgressData> = {}): Body {
  const data: ProgressData = { stage, message, progress: run?.progress ?? 0, ...more };
  return { type: 'progress', data };
}

function modelMessage(run: RunState | undefined, stage: Stage, message: string): Body {
  return progress(run, stage, message, run && { meter: meterData(run.meter) });
}

function meterData(meter: Meter): MeterData {
  const { calls, inputTokens, outputTokens } = meter;
  return { calls, input_tokens: inputTokens, output_tokens: outputTokens, cost_usd: totalCostUsd(meter) };
}

function stageSucceeded(run: RunState | undefined, stage: Stage): Body {
  const urls = stage === 'preview_ready' ? run?.urls : undefined;
  const plan = stage === 'analyzing' ? run?.plan : undefined;
  return progress(run, stage, plan ? `Planned ${plan.name}` : STAGE_RULES[stage].words.done, {
    stage_status: 'succeeded',
    ...(plan && 'theme' in plan && { plan: planSummary(plan) }),
    ...(urls && { preview_url: urls.web, preview_urls: urls }),
  });
}

function stageFailed(
  run: RunState | undefined,
  { stage, reason, retry_in_ms: waitMs }: Extract<RecordedEvent, { type: 'StageFailed' }>['data'],
): Body {
  const failed = { stage_status: 'failed', error: reason } as const;
  if (waitMs === undefined) return progress(run, stage, `Failed: ${reason}`, failed);
  return progress(run, stage, `${reason.replace(/\.?$/, '.')} Trying again in ${waitMs / 1000} s.`, {
    ...failed,
    retry_in_ms: waitMs,
  });
}

/** How the app was made. */
function madeBy({ written, isPlannedByModel = false, model }: RunState): NonNullable<CompleteData['made_by']> {
  const way = written.length > 0 ? 'code' : isPlannedByModel ? 'plan' : 'rules';
  return { way, ...(way !== 'rules' && model !== undefined && { model }) };
}

function completeData(state: ProjectState, event: Extract<RecordedEvent, { type: 'RunCompleted' }>): CompleteData {
  const { run, projectId } = state;
  const notes = [...(run?.plan?.notes ?? []), ...(run?.modelNotes ?? [])];
  return {
    success: true,
    project_id: projectId,
    app_name: event.data.app_name,
    preview_url: run?.urls?.web ?? null,
    preview_urls: run?.urls ?? null,
    screens_added: run?.screens ?? [],
    duration_ms: run ? Date.parse(event.at) - Date.parse(run.requestedAt) : 0,
    cost_usd: event.data.cost_usd,
    ...(run && { made_by: madeBy(run) }),
    ...(notes.length > 0 && { notes }),
  };
}
