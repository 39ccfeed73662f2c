import type { PreviewUrls, RecordedEvent } from '../../generation/events.js';
import { tell, type LogMessage } from '../../generation/messages.js';
import { type PublicStatus, publicStatus } from '../../generation/public-status.js';
import type { Stage } from '../../generation/stage-plan.js';
import { newProject, type ProjectState, type RunState } from '../../generation/state.js';

/** What the status view must remember of a project to go on with its next event. Plain JSON. */
export interface StatusFold {
  /** Without its files: a status does not name them, and they may be many. */
  readonly state: ProjectState;
  /** The last thing viewers were told in words, since the run began. */
  readonly message: string | null;
  /** ISO 8601; the project's first event. */
  readonly createdAt: string;
  /** ISO 8601; the last event. */
  readonly updatedAt: string;
}

/** Why a run failed, as statuses and histories show it. */
export interface ErrorView {
  readonly code: string;
  readonly message: string;
  readonly stage: Stage;
  readonly retryable: boolean;
}

/** A row of `project_view`, but for `fold`. Times are ISO 8601. */
export interface StatusRow {
  readonly project_id: string;
  readonly user_id: string | null;
  readonly prompt: string;
  readonly app_name: string | null;
  readonly status: PublicStatus;
  readonly stage: Stage | null;
  readonly progress: number;
  readonly run: number;
  readonly seq: number;
  readonly preview_urls: PreviewUrls | null;
  readonly error: ErrorView | null;
  readonly is_complete: boolean;
  readonly created_at: string;
  readonly updated_at: string;
  readonly completed_at: string | null;
}

export function foldStatus(before: StatusFold | undefined, projectId: string, event: RecordedEvent): StatusFold {
  const { state, message } = tell(before?.state ?? newProject(projectId), event);
  return {
    state: { ...state, files: {}, checkpoints: {} },
    message:
      event.type === 'RunRequested' || event.type === 'RevisionRequested' || event.type === 'Forked'
        ? null
        : (wordsOf(message) ?? before?.message ?? null),
    createdAt: before?.createdAt ?? event.at,
    updatedAt: event.at,
  };
}

/** The project's row; none before its first run. */
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

function errorOf({ failure }: RunState): ErrorView | null {
  if (!failure) return null;
  return { code: failure.code, message: failure.reason, stage: failure.stage, retryable: failure.isRetryable };
}

function wordsOf({ error, data }: LogMessage): string | undefined {
  if (error !== undefined) return error;
  return 'message' in data && typeof data.message === 'string' ? data.message : undefined;
}
