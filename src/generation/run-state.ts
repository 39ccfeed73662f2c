import type { RunStatus, StageStatus } from '../contract/run.js';
import type { Failure, ModelCall, PointedLine, PreviewUrls, RecordedEvent } from './events.js';
import type { FileVersion } from './state.js';
import type { AppPlan } from './plan.js';
import { EMPTY_METER, metered, type Meter } from './meter.js';
import { STAGE_RULES, STAGES, type Stage, stagesUpTo } from './stage-plan.js';

export type { RunStatus, StageStatus };

/** One run of a project, folded from its events. */
export interface RunState {
  readonly run: number;
  readonly status: RunStatus;
  readonly prompt: string;
  /** What to change; set if the run revises the app of the previous run. */
  readonly instruction: string | undefined;
  /** Where the person who asked for it pointed. */
  readonly at?: PointedLine;
  /** The files that the revision is based on, so that it asks the model the same if it starts again. */
  readonly base: Readonly<Record<string, FileVersion>>;
  /** Earlier instructions that were carried out, oldest first. */
  readonly earlier: readonly string[];
  readonly userId: string | undefined;
  readonly templateId: string | undefined;
  readonly seed: number | undefined;
  /** The model requested instead of the one that writes now; absent: none was. */
  readonly wantedModel?: string | undefined;
  /** ISO 8601; when the run was requested. */
  readonly requestedAt: string;
  /** ISO 8601; when it completed, failed or was cancelled. */
  readonly endedAt: string | undefined;
  /** Stages that have begun; the others wait. */
  readonly stages: Readonly<Partial<Record<Stage, StageStatus>>>;
  /** How often a stage has failed since the run was requested or retried. */
  readonly failures: Readonly<Partial<Record<Stage, number>>>;
  /** ISO 8601; when a waiting stage starts again. */
  readonly restartsAt: Readonly<Partial<Record<Stage, string>>>;
  /** 0 to 100; never goes back within a run. */
  readonly progress: number;
  /** The furthest foreground stage reached. */
  readonly stage: Stage | undefined;
  readonly plan: AppPlan | undefined;
  /** Set by creating_tunnel; shown to viewers once the preview is published. */
  readonly urls: PreviewUrls | undefined;
  /** The files that a model has written: the blueprint leaves them alone. */
  readonly written: readonly string[];
  /** The model that was asked for the app; absent: none was. */
  readonly model?: string | undefined;
  /** Absent: the plan is by rules. */
  readonly isPlannedByModel?: boolean | undefined;
  readonly isPreviewPublished: boolean;
  /** Names of the screens of this run, in the order they arrived. */
  readonly screens: readonly string[];
  readonly isCancelRequested: boolean;
  readonly failure: Failure | undefined;
  /** Blobs of the answers that models have given, by {@link answerKey}. */
  readonly answers: Readonly<Record<string, string>>;
  readonly meter: Meter;
  /** What the person should know about how model servers handled the questions, a sentence each; absent: nothing. */
  readonly modelNotes?: readonly string[];
  readonly isEstimated: boolean;
  readonly isBudgetReached: boolean;
}

/** The key of an answer: the same question within the same stage of a run. */
export function answerKey(asked: Pick<ModelCall, 'stage' | 'call' | 'prompt_sha256'>): string {
  return `${asked.stage}/${asked.call}/${asked.prompt_sha256}`;
}

/** The events that change only the run. */
type RunEvent = Extract<
  RecordedEvent,
  {
    type:
      | 'StageStarted'
      | 'StageSucceeded'
      | 'StageFailed'
      | 'ScreenAdded'
      | 'ModelAnswered'
      | 'ModelCallFailed'
      | 'RunEstimated'
      | 'BudgetReached'
      | 'PreviewPublished'
      | 'RetryRequested'
      | 'CancelRequested'
      | 'RunCompleted'
      | 'RunFailed'
      | 'RunCancelled';
  }
>;

/** What the run is after the event. */
export function evolveRun(run: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case 'StageStarted':
      return started(run, event.data.stage);
    case 'StageSucceeded': {
      const { stage, output } = event.data;
      const next = { ...run, stages: { ...run.stages, [stage]: 'succeeded' as const } };
      const reachedRun = reached(next, stage, STAGE_RULES[stage].donePercent ?? STAGE_RULES[stage].percent);
      return {
        ...reachedRun,
        plan: output.plan ?? run.plan,
        urls: output.urls ?? run.urls,
        written: output.written ?? run.written,
        model: output.model ?? run.model,
        isPlannedByModel: output.isPlannedByModel ?? run.isPlannedByModel,
      };
    }
    case 'StageFailed':
      return stageFailed(run, event);
    case 'ScreenAdded':
      return screenAdded(run, event.data.screen);
    case 'ModelAnswered': {
      const answers = { ...run.answers, [answerKey(event.data)]: event.data.answer_sha256 };
      return { ...run, answers, meter: metered(run.meter, event), ...modelNotes(run, event.data.note) };
    }
    case 'RunEstimated':
      return { ...run, isEstimated: true };
    case 'BudgetReached':
      return { ...run, isBudgetReached: true };
    case 'ModelCallFailed':
      return { ...run, meter: metered(run.meter, event) };
    case 'PreviewPublished':
      return { ...run, urls: event.data.urls, isPreviewPublished: true };
    case 'RetryRequested':
      return {
        ...run,
        status: 'active',
        failure: undefined,
        endedAt: undefined,
        isCancelRequested: false,
        failures: {},
      };
    case 'CancelRequested':
      return { ...run, isCancelRequested: true };
    case 'RunCompleted':
      // A cancel that came too late does not affect the background stages.
      return { ...run, status: 'complete', endedAt: event.at, isCancelRequested: false };
    case 'RunFailed': {
      const { stage, code, reason, retryable } = event.data;
      return { ...run, status: 'failed', endedAt: event.at, failure: { stage, code, reason, isRetryable: retryable } };
    }
    case 'RunCancelled':
      return { ...run, status: 'cancelled', endedAt: event.at };
    default:
      return event satisfies never;
  }
}

/** Several answers may come with the same note: it is kept once. */
function modelNotes({ modelNotes: notes = [] }: RunState, note: string | undefined): Partial<RunState> {
  return note === undefined || notes.some((known) => sameBut(known, note)) ? {} : { modelNotes: [...notes, note] };
}

function sameBut(one: string, other: string): boolean {
  return one.replaceAll(/\d+/g, '') === other.replaceAll(/\d+/g, '');
}

/**
 * The stages that a revision need not repeat: those that led to the existing preview, and background stages that succeeded.
 * A background stage that has not succeeded starts again.
 */
export function keptByRevision(stages: RunState['stages']): RunState['stages'] {
  const led = stagesUpTo('preview_ready');
  const isKept = (stage: Stage): boolean =>
    led.has(stage) || (STAGE_RULES[stage].isBackground === true && stages[stage] === 'succeeded');
  return Object.fromEntries(STAGES.filter(isKept).map((stage) => [stage, 'succeeded']));
}

/** A run that starts from the app of the previous run. */
export function revisionOf(
  before: RunState,
  base: RunState['base'],
  event: Extract<RecordedEvent, { type: 'RevisionRequested' }>,
): RunState {
  const { instruction, user_id, at } = event.data;
  const asked = { prompt: before.prompt, ...(user_id !== undefined && { user_id }) };
  const fresh = newRun({ ...event, type: 'RunRequested', data: asked });
  return {
    ...fresh,
    instruction,
    ...(at && { at }),
    base,
    earlier: changesSoFar(before),
    stages: keptByRevision(before.stages),
    progress: STAGE_RULES.preview_ready.percent,
    stage: 'preview_ready',
    templateId: before.templateId,
    seed: before.seed,
    ...(before.wantedModel !== undefined && { wantedModel: before.wantedModel }),
    plan: before.plan,
    urls: before.urls,
    written: before.written,
    model: before.model,
    isPlannedByModel: before.isPlannedByModel,
    isPreviewPublished: true,
  };
}

function changesSoFar({ earlier, instruction, status }: RunState): readonly string[] {
  return instruction === undefined || status !== 'complete' ? earlier : [...earlier, instruction];
}

/** The stages that made the app are done; what is left is to show it and to check it as a whole once. */
export const DONE_IN_A_FORK = STAGES.filter((stage) => STAGE_RULES[stage].isDoneInFork);

/** The run that a fork begins with. */
export function forkedRun(event: Extract<RecordedEvent, { type: 'Forked' }>): RunState {
  const { prompt, user_id, template_id, options, plan, written } = event.data;
  const asked = {
    prompt,
    ...(user_id !== undefined && { user_id }),
    ...(template_id !== undefined && { template_id }),
    ...(options !== undefined && { options }),
  };
  return {
    ...newRun({ ...event, type: 'RunRequested', data: asked }),
    plan,
    written,
    stages: Object.fromEntries(DONE_IN_A_FORK.map((stage) => [stage, 'succeeded'])),
  };
}

export function newRun(event: Extract<RecordedEvent, { type: 'RunRequested' }>): RunState {
  const { prompt, user_id, template_id, options } = event.data;
  return {
    run: event.run,
    status: 'active',
    prompt,
    instruction: undefined,
    base: {},
    earlier: [],
    userId: user_id,
    templateId: template_id,
    seed: options?.seed,
    ...(options?.model !== undefined && { wantedModel: options.model }),
    requestedAt: event.at,
    endedAt: undefined,
    stages: {},
    failures: {},
    restartsAt: {},
    progress: 0,
    stage: undefined,
    plan: undefined,
    urls: undefined,
    written: [],
    isPreviewPublished: false,
    screens: [],
    isCancelRequested: false,
    failure: undefined,
    answers: {},
    meter: EMPTY_METER,
    isEstimated: false,
    isBudgetReached: false,
  };
}

function started(run: RunState, stage: Stage): RunState {
  const next = { ...run, stages: { ...run.stages, [stage]: 'running' as const } };
  return STAGE_RULES[stage].isReachedByResult ? next : reached(next, stage, STAGE_RULES[stage].percent);
}

function stageFailed(run: RunState, { at, data }: Extract<RecordedEvent, { type: 'StageFailed' }>): RunState {
  const { stage, retry_in_ms: waitMs } = data;
  const failures = { ...run.failures, [stage]: (run.failures[stage] ?? 0) + 1 };
  if (waitMs === undefined) return { ...run, failures, stages: { ...run.stages, [stage]: 'failed' } };
  const restartsAt = { ...run.restartsAt, [stage]: new Date(Date.parse(at) + waitMs).toISOString() };
  return { ...run, failures, restartsAt, stages: { ...run.stages, [stage]: 'waiting' } };
}

function reached(run: RunState, stage: Stage, percent: number): RunState {
  if (STAGE_RULES[stage].isBackground || percent < run.progress) return run;
  return { ...run, stage, progress: percent };
}

function screenAdded(run: RunState, screen: string): RunState {
  const next = { ...run, screens: run.screens.includes(screen) ? run.screens : [...run.screens, screen] };
  if (run.stages.preview_ready !== 'succeeded') return next;
  const { percent: from, donePercent: to = from } = STAGE_RULES.generating_screens;
  const share = next.screens.length / Math.max(next.screens.length, run.plan?.screens.length ?? 0);
  return reached(next, 'generating_screens', Math.round(from + (to - from) * share));
}
