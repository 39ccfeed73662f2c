import { ArmUnknown, ExperimentNotFound, ExperimentOver } from './errors.js';
import type { Arm, ExperimentEvent, RunEnd, RunMeasures } from './experiment-events.js';
import { currentProject, evolveExperiment, type ExperimentState } from './experiment-state.js';

/** What can be asked of an experiment. */
export type ExperimentCommand =
  | {
      readonly type: 'StartExperiment';
      readonly name: string;
      readonly arms: readonly Arm[];
      readonly userId: string | undefined;
    }
  /** The run under way ends by itself; no other begins. */
  | { readonly type: 'SuspendExperiment' }
  | { readonly type: 'ResumeExperiment' }
  /** The run under way is cancelled too. */
  | { readonly type: 'CancelExperiment' }
  /** Takes the place of the person's earlier vote. */
  | { readonly type: 'CastVote'; readonly arm: string; readonly userId: string }
  /** Of the process that follows the runs. */
  | {
      readonly type: 'RecordRunEnd';
      readonly projectId: string;
      readonly status: RunEnd;
      readonly measures: RunMeasures;
    };

/**
 * The facts that a command makes true; none where it is true already.
 * @throws ExperimentNotFound, ExperimentOver, ArmUnknown
 */
export function decideExperiment(state: ExperimentState, command: ExperimentCommand): readonly ExperimentEvent[] {
  if (command.type === 'StartExperiment') {
    const { name, arms, userId } = command;
    return [{ type: 'ExperimentStarted', data: { name, arms, ...(userId !== undefined && { user_id: userId }) } }];
  }
  if (state.seq === 0) throw new ExperimentNotFound(state.id);
  switch (command.type) {
    case 'SuspendExperiment':
      return unlessOver(state, 'suspended', { type: 'ExperimentSuspended', data: {} });
    case 'ResumeExperiment':
      return unlessOver(state, 'running', { type: 'ExperimentResumed', data: {} });
    case 'CancelExperiment':
      return unlessOver(state, 'cancelled', { type: 'ExperimentCancelled', data: {} });
    case 'CastVote':
      return castVote(state, command.arm, command.userId);
    case 'RecordRunEnd':
      return recordRunEnd(state, command);
    default:
      return command satisfies never;
  }
}

function unlessOver(
  { id, status }: ExperimentState,
  wanted: ExperimentState['status'],
  event: ExperimentEvent,
): readonly ExperimentEvent[] {
  if (status === wanted) return [];
  if (status === 'cancelled' || status === 'complete') throw new ExperimentOver(id, status);
  return [event];
}

function castVote({ id, arms, votes }: ExperimentState, arm: string, user_id: string): readonly ExperimentEvent[] {
  const names = arms.map((each) => each.arm);
  if (!names.includes(arm)) throw new ArmUnknown(id, arm, names);
  return votes[user_id] === arm ? [] : [{ type: 'VoteCast', data: { arm, user_id } }];
}

function recordRunEnd(
  state: ExperimentState,
  { projectId, status, measures }: Extract<ExperimentCommand, { type: 'RecordRunEnd' }>,
): readonly ExperimentEvent[] {
  const isOurs = state.arms.some(({ projects }) => projects.includes(projectId));
  if (!isOurs || state.ended[projectId] !== undefined) return [];
  const ended: ExperimentEvent = { type: 'ExperimentRunEnded', data: { project_id: projectId, status, measures } };
  const after = evolveExperiment(state, { ...ended, seq: state.seq + 1, at: state.startedAt });
  const isDone = currentProject(after) === undefined && state.status !== 'cancelled';
  return isDone ? [ended, { type: 'ExperimentCompleted', data: {} }] : [ended];
}
