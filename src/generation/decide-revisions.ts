import type { ReviseRun, WithdrawRevision } from './commands.js';
import { dueStages, startOf } from './due-stages.js';
import { FileNotFound, RevisionNotQueued, RevisionQueueFull, RunNotRevisable } from './errors.js';
import type { GenerationEvent } from './events.js';
import { MAX_QUEUED, type QueuedRevision } from './revision-queue.js';
import { keptByRevision, type RunState } from './run-state.js';
import type { ProjectState } from './state.js';

type InRun = GenerationEvent & { readonly run: number };

/**
 * A revision begins at once where nothing is under way, and waits its turn otherwise.
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

/** What waits was meant for an app that is about to be another one. */
export function withdrawAll({ run, queue }: ProjectState, author: string): readonly InRun[] {
  return queue.map(({ revision }) => ({
    type: 'RevisionWithdrawn',
    data: { revision, author },
    run: run?.run ?? 0,
  }));
}

/** The next that waits begins in the same append as a run ends; after a failure people decide first what is to be done. */
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
  // Where nobody is named it is the change, and the money, of whoever the app is of.
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
