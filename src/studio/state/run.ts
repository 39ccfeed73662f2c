import type { CompleteData } from '../../contract/messages/end-messages.js';
import type { MessageOf } from '../../contract/messages/log-message.js';
import type { PlanSummary } from '../../contract/messages/progress-message.js';
import type { RunData } from '../../contract/messages/run-message.js';
import type { MeterData, RunEstimate, RunStatus } from '../../contract/run.js';
import type { Stage } from '../../contract/stages.js';

/** `stopped`: the run ended while the stage was at work. */
export type StageState = 'waiting' | 'running' | 'done' | 'failed' | 'stopped';

/** A stage of a run that has begun; the times are those of its messages. */
export interface StageView {
  readonly state: StageState;
  readonly from?: string;
  readonly to?: string;
}

export interface Failure {
  readonly text: string;
  readonly code: string;
  readonly stage: Stage;
  readonly isRetryable: boolean;
}

/** A run, as its messages tell it. */
export interface Run {
  readonly number: number;
  readonly status: RunStatus;
  readonly isCancelling: boolean;
  readonly prompt: string;
  /** What was to be changed; null: the run makes a new app. */
  readonly instruction: string | null;
  readonly userId: string | null;
  readonly templateId: string | null;
  readonly options: { readonly seed?: number | undefined; readonly model?: string | undefined } | null;
  /** The seq of its first message, and of the last so far. */
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly requestedAt: string;
  readonly endedAt: string | null;
  readonly progress: number;
  readonly stages: Partial<Record<Stage, StageView>>;
  /** What is being done, in a line. */
  readonly message: string;
  readonly screens: readonly string[];
  readonly appName: string | null;
  /** What the app will be: drawn in the frame until the app itself is there. */
  readonly plan: PlanSummary | null;
  readonly failure: Failure | null;
  readonly notes: readonly string[];
  readonly madeBy: CompleteData['made_by'] | null;
  /** What it cost in the end, in US dollars; null: not known. */
  readonly costUsd: number | null;
  readonly meter: MeterData | null;
  readonly estimate: RunEstimate | null;
}

/** What happened to a run, in words. */
const RUN_WORDS: Partial<Record<RunData['status'], string>> = {
  requested: 'Starting',
  revising: 'Changing the app',
  forked: 'Opening the copy',
  retrying: 'Retrying',
  cancelling: 'Cancelling…',
  budget_reached: 'The budget is used up: the rest is written without the model',
};

const STAGE_STATES = { running: 'running', waiting: 'failed', failed: 'failed', succeeded: 'done' } as const;

export function beginRun({ run: number, at, seq, data }: MessageOf<'run'>): Run {
  return {
    number,
    status: 'active',
    isCancelling: false,
    prompt: data.prompt,
    instruction: null,
    userId: ('user_id' in data ? data.user_id : undefined) ?? null,
    templateId: ('template_id' in data ? data.template_id : undefined) ?? null,
    options: ('options' in data ? data.options : undefined) ?? null,
    firstSeq: seq,
    lastSeq: seq,
    requestedAt: at,
    endedAt: null,
    progress: 0,
    stages: {},
    message: '',
    screens: [],
    appName: null,
    plan: null,
    failure: null,
    notes: [],
    madeBy: null,
    costUsd: null,
    meter: null,
    estimate: null,
  };
}

/** The run as its message describes it; only the times of stages come from earlier messages. */
export function toldRun(run: Run, { data }: MessageOf<'run'>): Run {
  const isActive = data.run_status === 'active';
  const stages = Object.entries(data.stages).map(([stage, status]) => [
    stage,
    { ...run.stages[stage as Stage], state: STAGE_STATES[status] },
  ]);
  return {
    ...run,
    status: data.run_status,
    isCancelling: data.is_cancelling,
    prompt: data.prompt,
    instruction: data.instruction ?? null,
    appName: data.app_name ?? null,
    progress: data.progress,
    stages: Object.fromEntries(stages) as Run['stages'],
    endedAt: isActive ? null : run.endedAt,
    failure: isActive ? null : run.failure,
    message: (isActive && RUN_WORDS[data.status]) || run.message,
    ...(data.status === 'estimated' && { estimate: data.estimate }),
  };
}

export function progressedRun(run: Run, { at, data }: MessageOf<'progress'>): Run {
  const plan = data.plan ?? run.plan;
  const next = {
    ...run,
    progress: data.progress,
    // The images may still arrive after the end: they do not take the last word.
    message: run.status === 'active' ? data.message : run.message,
    plan,
    appName: run.appName ?? plan?.app_name ?? null,
    meter: data.meter ?? run.meter,
  };
  if (data.screens_added) return { ...next, screens: [...new Set([...run.screens, ...data.screens_added])] };
  return {
    ...next,
    stages: { ...run.stages, [data.stage]: stageAfter(run.stages[data.stage], at, data.stage_status) },
  };
}

export function completedRun(run: Run, message: MessageOf<'complete'>): Run {
  const { app_name, notes, made_by, cost_usd } = message.data;
  return {
    ...endedRun(run, 'complete', message.at),
    appName: app_name,
    notes: notes ?? [],
    madeBy: made_by ?? null,
    costUsd: cost_usd,
    message: `${app_name} is complete`,
  };
}

export function failedRun(run: Run, { at, error, data }: MessageOf<'error'>): Run {
  const failure = { text: error, code: data.code, stage: data.stage, isRetryable: data.retryable };
  return { ...endedRun(run, 'failed', at), failure, message: 'The run has stopped' };
}

export function cancelledRun(run: Run, { at, data }: MessageOf<'cancelled'>): Run {
  return { ...endedRun(run, 'cancelled', at), message: data.message };
}

function endedRun(run: Run, status: RunStatus, at: string): Run {
  return { ...run, status, endedAt: at, isCancelling: false };
}

function stageAfter(
  before: StageView | undefined,
  at: string,
  status: 'started' | 'succeeded' | 'failed' | undefined,
): StageView {
  switch (status) {
    case 'started':
      return { state: 'running', from: at };
    case 'succeeded':
      return { from: at, ...before, state: 'done', to: at };
    case 'failed':
      return { ...before, state: 'failed', to: at };
    case undefined:
      return before ?? { state: 'running', from: at };
  }
}
