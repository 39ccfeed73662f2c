import type { ReviseRun, WithdrawRevision } from './commands.js';
import { dueStages, startOf } from './due-stages.js';
import { FileNotFound, RevisionNotQueued, RevisionQueueFull, RunNotRevisable } from './errors.js';
import type { GenerationEvent } from './events.js';
import { MAX_QUEUED, type QueuedRevision } from './revision-queue.js';
import { keptByRevision, type RunState } from './run-state.js';
import type { ProjectState } from './state.js';

type InRun = GenerationEvent & { readonly run: number };

/**
 * A revision begins at once if no run is active, and is queued otherwise.
 * @throws RunNotRevisable, RevisionQueueFull, FileNotFound
 */
export function reviseRun(state: ProjectState, { instruction, userId, at }: ReviseRun): readonly InRun[] {
  const { projectId, run, queue, files } = state;
  if (!run) throw new RunNotRevisable(projectId, undefined);
  if (at && !Object.hasOwn(files, at.path)) throw new FileNotFound(projectId, at.path);
  const asked = { instruction, ...(userId !== undefined && { user_id: userId }), ...(at && { at }) };
  const [next] = queue;
  if (run.status !== 'active' && !next) return begin(state, run, asked);
  if (queue.length >= MAX_QUEUED) throw new RevisionQueueFull(projectId, MAX_QUEUED);
  const queued: InRun = { type: 'RevisionQueued', data: asked, run: run.run };
  return run.status === 'active' || !next ? [queued] : [queued, ...begin(state, run, next)];
}

/** @throws RevisionNotQueued */
export function withdrawRevision(
  { projectId, run, queue }: ProjectState,
  { revision, author }: WithdrawRevision,
): readonly InRun[] {
  if (!queue.some((each) => each.revision === revision)) throw new RevisionNotQueued(projectId, revision);
  return [{ type: 'RevisionWithdrawn', data: { revision, author }, run: run?.run ?? 0 }];
}

/** Empties the queue: its revisions were meant for an app that is about to be replaced. */
export function withdrawAll({ run, queue }: ProjectState, author: string): readonly InRun[] {
  return queue.map(({ revision }) => ({
    type: 'RevisionWithdrawn',
    data: { revision, author },
    run: run?.run ?? 0,
  }));
}

/** The next queued revision begins in the same append that ends a run; after a failure, people decide first what to do. */
export function nextRevision(ended: ProjectState): readonly InRun[] {
  const { run, queue } = ended;
  const [next] = queue;
  const isOver = run?.status === 'complete' || run?.status === 'cancelled';
  return next && isOver && isRevisable(run) ? begin(ended, run, next) : [];
}

function begin(
  { projectId }: ProjectState,
  run: RunState,
  asked: Omit<QueuedRevision, 'revision'> & Partial<Pick<QueuedRevision, 'revision'>>,
): readonly InRun[] {
  if (!isRevisable(run)) throw new RunNotRevisable(projectId, run.status);
  // If nobody is named, the change and its cost are those of the app's user.
  const ofUser = asked.user_id ?? run.userId;
  const { instruction, revision, at } = asked;
  const data = {
    instruction,
    ...(ofUser !== undefined && { user_id: ofUser }),
    ...(revision !== undefined && { revision }),
    ...(at && { at }),
  };
  const due = startOf(dueStages(keptByRevision(run.stages)));
  return [{ type: 'RevisionRequested' as const, data }, ...due].map((event) => ({ ...event, run: run.run + 1 }));
}

function isRevisable({ plan, stages }: RunState): boolean {
  return plan !== undefined && stages.preview_ready === 'succeeded';
}
