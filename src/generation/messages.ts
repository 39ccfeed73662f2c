import type { PreviewUrls, RecordedEvent } from './events.js';
import { type Meter, totalCostUsd } from './meter.js';
import { callAnswered, STAGE_DONE, STAGE_STARTED } from './stage-words.js';
import type { Stage } from './stage-plan.js';
import { evolve, type ProjectState, type RunState, type RunStatus, type StageStatus } from './state.js';

/** What `progress` messages say (DESIGN.md section 5). */
export interface ProgressData {
  readonly stage: Stage;
  /** What became of the stage; absent where the message speaks of something else, such as a screen. */
  readonly stage_status?: 'started' | 'succeeded' | 'failed';
  readonly message: string;
  /** The run's, 0 to 100: never goes back within a run. */
  readonly progress: number;
  readonly preview_url?: string;
  readonly preview_urls?: PreviewUrls;
  /** The names of the screens that this message adds. */
  readonly screens_added?: readonly string[];
  readonly error?: string;
  /** The failed stage begins again by itself after so many milliseconds. */
  readonly retry_in_ms?: number;
  /** After each request to a model: what the run has asked of models so far. */
  readonly meter?: MeterData;
}

/** What every `run` message says, whatever else it tells of. */
export interface RunData {
  /** What happened. `requested`, `revising` and `forked` begin a run. */
  readonly status: 'requested' | 'revising' | 'forked' | 'retrying' | 'cancelling' | 'estimated' | 'budget_reached';
  /** What the run is after that. */
  readonly run_status: RunStatus;
  readonly is_cancelling: boolean;
  readonly prompt: string;
  /** What is to be changed, where the run revises the app of the run before. */
  readonly instruction?: string;
  readonly app_name?: string;
  readonly progress: number;
  /** The stages that have begun. */
  readonly stages: Readonly<Partial<Record<Stage, StageStatus>>>;
  readonly preview_url?: string;
  readonly preview_urls?: PreviewUrls;
}

/** The live meter; `cost_usd` is null as soon as a call has no known price. */
export interface MeterData {
  readonly calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_usd: number | null;
}

/** A message of the log: exactly one an event, so `seq` has no gaps for a viewer. */
export interface LogMessage {
  readonly type:
    | 'progress'
    | 'complete'
    | 'error'
    | 'cancelled'
    | 'run'
    | 'driver'
    | 'file'
    | 'asset'
    | 'preview'
    | 'share'
    | 'restored';
  readonly seq: number;
  readonly at: string;
  readonly run: number;
  readonly error?: string;
  readonly data: object;
}

/**
 * The state after `event` and the one message that tells viewers of it: a pure function of the event and what came
 * before, so that replay and live are identical to the byte.
 */
export function tell(before: ProjectState, event: RecordedEvent): { state: ProjectState; message: LogMessage } {
  const state = evolve(before, event);
  const { type, error, data } = describe(state, event);
  const at = { seq: event.seq, at: event.at, run: event.run };
  return { state, message: { type, ...at, ...(error !== undefined && { error }), data } };
}

interface Body {
  readonly type: LogMessage['type'];
  readonly data: object;
  readonly error?: string;
}

function describe(state: ProjectState, event: RecordedEvent): Body {
  const run = state.run;
  switch (event.type) {
    case 'RunRequested':
      return runMessage(state, 'requested', event.data);
    case 'RevisionRequested':
      return runMessage(state, 'revising', event.data);
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
    default:
      return event satisfies never;
  }
}

/** What happened to the run, and beside it what the run is then: nobody has to guess one from the other. */
function runMessage({ projectId, run }: ProjectState, status: RunData['status'], more: object = {}): Body {
  const data = { status, project_id: projectId, ...more };
  if (!run) return { type: 'run', data };
  const urls = run.isPreviewPublished ? run.urls : undefined;
  const now: RunData = {
    status,
    run_status: run.status,
    is_cancelling: run.isCancelRequested,
    prompt: run.prompt,
    ...(run.instruction !== undefined && { instruction: run.instruction }),
    ...(run.plan && { app_name: run.plan.name }),
    progress: run.progress,
    stages: run.stages,
    ...(urls && { preview_url: urls.web, preview_urls: urls }),
  };
  return { type: 'run', data: { ...data, ...now } };
}

/** Clients take `preview_ready` for "open it now": it is not named before the preview answered. */
function stageStarted(run: RunState | undefined, stage: Stage): Body {
  if (stage === 'preview_ready') return progress(run, run?.stage ?? 'creating_tunnel', STAGE_STARTED.preview_ready);
  return progress(run, stage, STAGE_STARTED[stage], { stage_status: 'started' });
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
  const name = stage === 'analyzing' ? run?.plan?.name : undefined;
  return progress(run, stage, name ? `Planned ${name}` : STAGE_DONE[stage], {
    stage_status: 'succeeded',
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

function completeData(state: ProjectState, event: Extract<RecordedEvent, { type: 'RunCompleted' }>): object {
  const { run, projectId } = state;
  return {
    success: true,
    project_id: projectId,
    app_name: event.data.app_name,
    preview_url: run?.urls?.web ?? null,
    preview_urls: run?.urls ?? null,
    screens_added: run?.screens ?? [],
    duration_ms: run ? Date.parse(event.at) - Date.parse(run.requestedAt) : 0,
    cost_usd: event.data.cost_usd,
    ...(run?.plan && run.plan.notes.length > 0 && { notes: run.plan.notes }),
  };
}
