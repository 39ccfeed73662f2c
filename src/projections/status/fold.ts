import type { RecordedEvent, RunEstimate } from '../../generation/events.js';
import { tell, type LogMessage } from '../../generation/messages.js';
import { publicStatus } from '../../generation/public-status.js';
import type { Stage } from '../../generation/stage-plan.js';
import type { RunState, RunStatus } from '../../generation/run-state.js';
import { newProject, type ProjectState } from '../../generation/state.js';
import { foldFigures, type RunFigures } from '../history/figures.js';
import type { StatusRow } from './table.js';

/** What the status view has to remember about a project in order to fold its next event. Plain JSON. */
export interface StatusFold {
  /** Without its files: a status does not show them, and there may be many. */
  readonly state: ProjectState;
  /** The last message sent to viewers since the run began; null if there was none. */
  readonly message: string | null;
  /** Number of file versions that the current run has written. */
  readonly files: number;
  /** The estimate for the current run; null without a model. */
  readonly estimate: RunEstimate | null;
  /** Figures of the current run. */
  readonly figures: RunFigures;
  /** When the first event of the project was stored, ISO 8601. */
  readonly createdAt: string;
  /** When its last event was stored, ISO 8601. */
  readonly updatedAt: string;
}

/** The failure of a run, as statuses and histories show it. */
export interface ErrorView {
  readonly code: string;
  readonly message: string;
  readonly stage: Stage;
  readonly retryable: boolean;
}

export function foldStatus(before: StatusFold | undefined, projectId: string, event: RecordedEvent): StatusFold {
  // A fold stored by an older program may lack properties that were added since.
  const { state, message } = tell({ ...newProject(projectId), ...before?.state }, event);
  const inRun = isNewRun(event) ? undefined : before;
  const hasWritten = event.type === 'FileWritten' || event.type === 'AssetAdded';
  return {
    state: { ...state, files: {}, checkpoints: {}, unedited: {}, conflicts: [] },
    message: isNewRun(event) ? null : (wordsOf(message) ?? inRun?.message ?? null),
    files: (inRun?.files ?? 0) + (hasWritten ? 1 : 0),
    estimate: event.type === 'RunEstimated' ? event.data : (inRun?.estimate ?? null),
    figures: foldFigures(inRun?.figures, event),
    createdAt: before?.createdAt ?? event.at,
    updatedAt: event.at,
  };
}

function isNewRun({ type }: RecordedEvent): boolean {
  return type === 'RunRequested' || type === 'RevisionRequested' || type === 'Forked';
}

/** The row of the project; undefined before its first run. */
export function statusRow({ state, createdAt, updatedAt }: StatusFold): StatusRow | undefined {
  const { run } = state;
  if (!run) return undefined;
  return {
    project_id: state.projectId,
    user_id: run.userId ?? null,
    prompt: run.prompt,
    app_name: run.plan?.name ?? null,
    status: publicStatus(run),
    stage: run.stage ?? null,
    progress: run.progress,
    run: run.run,
    seq: state.seq,
    preview_urls: run.isPreviewPublished ? (run.urls ?? null) : null,
    error: errorOf(run),
    is_complete: run.status === 'complete',
    created_at: createdAt,
    updated_at: updatedAt,
    completed_at: run.status === 'complete' ? (run.endedAt ?? null) : null,
  };
}

/** The status of a project, with what only its fold contains. */
export interface ProjectStatus extends StatusRow {
  /** The last message sent to viewers; null before the first. */
  readonly message: string | null;
  /** The status of the run itself; `status` also depends on its stages. */
  readonly run_status: RunStatus;
  /** Whether a static site is being exported. */
  readonly is_exporting: boolean;
  /** Seq of the last static site that was exported; null before the first. */
  readonly site_seq: number | null;
  /** Notes of the plan: what was not understood, or is only mocked. */
  readonly notes: readonly string[];
}

/** The status with everything that the fold contains; undefined before the first run. */
export function projectStatus(fold: StatusFold): ProjectStatus | undefined {
  const row = statusRow(fold);
  const { run, isShareRequested, site } = fold.state;
  if (!row || !run) return undefined;
  return {
    ...row,
    message: fold.message,
    run_status: run.status,
    is_exporting: isShareRequested,
    site_seq: site?.seq ?? null,
    notes: run.plan?.notes ?? [],
  };
}

export function errorOf({ failure }: RunState): ErrorView | null {
  if (!failure) return null;
  return { code: failure.code, message: failure.reason, stage: failure.stage, retryable: failure.isRetryable };
}

function wordsOf({ data }: LogMessage): string | undefined {
  return 'message' in data && typeof data.message === 'string' ? data.message : undefined;
}
