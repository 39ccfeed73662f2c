import type { RunStatus, StageStatus } from '../contract/run.js';
import type { Failure, FileRef, ModelCall, PreviewTrouble, PreviewUrls, RecordedEvent } from './events.js';
import type { AppPlan } from './plan.js';
import { conflictsAfter, type OpenConflict, type Unedited, uneditedAfter } from './people-edits.js';
import { queueAfter, type QueuedRevision } from './revision-queue.js';
import { EMPTY_METER, metered, type Meter } from './meter.js';
import { STAGE_RULES, STAGES, type Stage, stagesUpTo } from './stage-plan.js';

export type { RunStatus, StageStatus };

/** One run of a project, folded from its events. */
export interface RunState {
  readonly run: number;
  readonly status: RunStatus;
  readonly prompt: string;
  /** What to change; set where the run revises the app of the run before. */
  readonly instruction: string | undefined;
  /** The files that a revision was asked for: begun again, it asks the model the same. */
  readonly base: Readonly<Record<string, FileRef>>;
  readonly userId: string | undefined;
  readonly templateId: string | undefined;
  readonly seed: number | undefined;
  /** ISO 8601; when the run was requested. */
  readonly requestedAt: string;
  /** ISO 8601; when it completed, failed or was cancelled. */
  readonly endedAt: string | undefined;
  /** Stages that have begun; the others wait. */
  readonly stages: Readonly<Partial<Record<Stage, StageStatus>>>;
  /** How often a stage has failed since the run was last asked for. */
  readonly failures: Readonly<Partial<Record<Stage, number>>>;
  /** ISO 8601; when a stage that waits begins again. */
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
  readonly isPreviewPublished: boolean;
  /** Names of the screens of this run, in the order they arrived. */
  readonly screens: readonly string[];
  readonly isCancelRequested: boolean;
  readonly failure: Failure | undefined;
  /** Blobs of the answers that models have given, by {@link answerKey}. */
  readonly answers: Readonly<Record<string, string>>;
  readonly meter: Meter;
  readonly isEstimated: boolean;
  readonly isBudgetReached: boolean;
}

/** The newest version of a file, and the seq of the event that wrote it. */
export interface FileVersion extends FileRef {
  readonly seq: number;
}

/** The version of an edited text that a file's version is. */
export interface EditCheckpoint {
  readonly version: number;
  readonly sha256: string;
  /** Of the event that wrote it. */
  readonly seq: number;
}

/** A project, folded from its stream. */
export interface ProjectState {
  readonly projectId: string;
  /** The last event's seq; 0 before the first. */
  readonly seq: number;
  /** The attached driver's epoch; 0 before the first. */
  readonly epoch: number;
  readonly run: RunState | undefined;
  readonly files: Readonly<Record<string, FileVersion>>;
  /** By path: where the text that people edit was last written into the file. */
  readonly checkpoints: Readonly<Record<string, EditCheckpoint>>;
  readonly unedited: Unedited;
  readonly conflicts: readonly OpenConflict[];
  /** Revisions that wait for the end of the active run, in the order of their turns. */
  readonly queue: readonly QueuedRevision[];
  /** The seq of the last event that changed a file; 0 before the first. */
  readonly changedSeq: number;
  readonly isShareRequested: boolean;
  /** The static site that was exported last, and the seq of that. */
  readonly site: { readonly url: string; readonly seq: number } | undefined;
  /** What is wrong with the preview now; none once it has healed. */
  readonly troubles: readonly PreviewTrouble[];
}

export function newProject(projectId: string): ProjectState {
  return {
    projectId,
    seq: 0,
    epoch: 0,
    run: undefined,
    files: {},
    checkpoints: {},
    unedited: {},
    conflicts: [],
    queue: [],
    changedSeq: 0,
    isShareRequested: false,
    site: undefined,
    troubles: [],
  };
}

/** The whole stream folded. */
export function foldProject(projectId: string, events: readonly RecordedEvent[]): ProjectState {
  return events.reduce(evolve, newProject(projectId));
}

/** What an answer is kept under: the same question within the same stage of a run. */
export function answerKey(asked: Pick<ModelCall, 'stage' | 'call' | 'prompt_sha256'>): string {
  return `${asked.stage}/${asked.call}/${asked.prompt_sha256}`;
}

/** What the project is after the event. */
export function evolve(state: ProjectState, event: RecordedEvent): ProjectState {
  const unedited = uneditedAfter(state.unedited, state.files, event);
  const conflicts = conflictsAfter(state.conflicts, event);
  const next = { ...state, seq: event.seq, unedited, conflicts, queue: queueAfter(state.queue, event) };
  switch (event.type) {
    case 'RevisionRequested':
      return { ...next, run: state.run && revisionOf(state.run, state.files, event) };
    case 'RunRequested':
      return { ...next, run: newRun(event), isShareRequested: false, troubles: [] };
    case 'PreviewTroubled':
      return { ...next, troubles: [...state.troubles, event.data] };
    case 'PreviewHealed':
      return { ...next, troubles: [] };
    case 'DriverAttached':
      return { ...next, epoch: event.data.epoch };
    case 'FileWritten': {
      const { path, sha256, bytes, edit_version: version } = event.data;
      return {
        ...next,
        files: { ...state.files, [path]: { path, sha256, bytes, seq: event.seq } },
        ...(version !== undefined && {
          checkpoints: { ...state.checkpoints, [path]: { version, sha256, seq: event.seq } },
        }),
        changedSeq: event.seq,
      };
    }
    case 'FileRenamed':
    case 'FileConflicted':
    case 'ConflictResolved':
    case 'RevisionQueued':
    case 'RevisionWithdrawn':
      return next;
    case 'Restored':
      return { ...next, run: state.run && { ...state.run, plan: event.data.plan ?? state.run.plan } };
    case 'Forked':
      return { ...next, run: forkedRun(event) };
    case 'FileDeleted': {
      const { [event.data.path]: _gone, ...files } = state.files;
      return { ...next, files, changedSeq: event.seq };
    }
    case 'AssetAdded': {
      const { path, sha256, bytes } = event.data;
      return {
        ...next,
        files: { ...state.files, [path]: { path, sha256, bytes, seq: event.seq } },
        changedSeq: event.seq,
      };
    }
    case 'ShareRequested':
      return { ...next, isShareRequested: true };
    case 'SiteExported':
      return { ...next, isShareRequested: false, site: { url: event.data.url, seq: event.seq } };
    case 'ShareFailed':
      return { ...next, isShareRequested: false };
    case 'StageStarted':
    case 'StageSucceeded':
    case 'StageFailed':
    case 'ScreenAdded':
    case 'ModelAnswered':
    case 'ModelCallFailed':
    case 'RunEstimated':
    case 'BudgetReached':
    case 'PreviewPublished':
    case 'RetryRequested':
    case 'CancelRequested':
    case 'RunCompleted':
    case 'RunFailed':
    case 'RunCancelled':
      return { ...next, run: state.run && evolveRun(state.run, event) };
    default:
      return event satisfies never;
  }
}

type RunEvent = Exclude<
  RecordedEvent,
  {
    type:
      | 'RunRequested'
      | 'RevisionRequested'
      | 'DriverAttached'
      | 'PreviewTroubled'
      | 'PreviewHealed'
      | 'FileWritten'
      | 'FileDeleted'
      | 'FileRenamed'
      | 'FileConflicted'
      | 'ConflictResolved'
      | 'RevisionQueued'
      | 'RevisionWithdrawn'
      | 'Restored'
      | 'Forked'
      | 'AssetAdded'
      | 'ShareRequested'
      | 'SiteExported'
      | 'ShareFailed';
  }
>;

function evolveRun(run: RunState, event: RunEvent): RunState {
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
      };
    }
    case 'StageFailed':
      return stageFailed(run, event);
    case 'ScreenAdded':
      return screenAdded(run, event.data.screen);
    case 'ModelAnswered': {
      const answers = { ...run.answers, [answerKey(event.data)]: event.data.answer_sha256 };
      return { ...run, answers, meter: metered(run.meter, event) };
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
      // A cancel that came too late asks nothing of what goes on in the background.
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

/**
 * What a revision need not do again: all that led to the preview, which is there, and what has succeeded in the background.
 * A background stage that has not is begun again.
 */
export function keptByRevision(stages: RunState['stages']): RunState['stages'] {
  const led = stagesUpTo('preview_ready');
  const isKept = (stage: Stage): boolean =>
    led.has(stage) || (STAGE_RULES[stage].isBackground === true && stages[stage] === 'succeeded');
  return Object.fromEntries(STAGES.filter(isKept).map((stage) => [stage, 'succeeded']));
}

/** A run that goes on from the app of the run before. */
function revisionOf(
  before: RunState,
  base: ProjectState['files'],
  event: Extract<RecordedEvent, { type: 'RevisionRequested' }>,
): RunState {
  const { instruction, user_id } = event.data;
  const asked = { prompt: before.prompt, ...(user_id !== undefined && { user_id }) };
  const fresh = newRun({ ...event, type: 'RunRequested', data: asked });
  return {
    ...fresh,
    instruction,
    base,
    stages: keptByRevision(before.stages),
    progress: STAGE_RULES.preview_ready.percent,
    stage: 'preview_ready',
    templateId: before.templateId,
    seed: before.seed,
    plan: before.plan,
    urls: before.urls,
    written: before.written,
    isPreviewPublished: true,
  };
}

/** What the app was made by is done; left is to show it, and to look at all of it once. */
export const DONE_IN_A_FORK = STAGES.filter((stage) => STAGE_RULES[stage].isDoneInFork);

function forkedRun(event: Extract<RecordedEvent, { type: 'Forked' }>): RunState {
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

function newRun(event: Extract<RecordedEvent, { type: 'RunRequested' }>): RunState {
  const { prompt, user_id, template_id, options } = event.data;
  return {
    run: event.run,
    status: 'active',
    prompt,
    instruction: undefined,
    base: {},
    userId: user_id,
    templateId: template_id,
    seed: options?.seed,
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
