import type { Arm, RecordedExperimentEvent, RunEnd, RunMeasures } from './experiment-events.js';

export type ExperimentStatus = 'running' | 'suspended' | 'cancelled' | 'complete';

/** An experiment, folded from its stream. */
export interface ExperimentState {
  readonly id: string;
  /** The last event's seq; 0: there is no such experiment. */
  readonly seq: number;
  readonly name: string;
  readonly status: ExperimentStatus;
  readonly arms: readonly Arm[];
  /** Who started it; its runs are that person's. */
  readonly userId: string | undefined;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string | undefined;
  /** By project. */
  readonly ended: Readonly<Record<string, { readonly status: RunEnd; readonly measures: RunMeasures }>>;
  /** The arm that each person has voted for. */
  readonly votes: Readonly<Record<string, string>>;
}

export function newExperiment(id: string): ExperimentState {
  return {
    id,
    seq: 0,
    name: '',
    status: 'running',
    arms: [],
    userId: undefined,
    startedAt: '',
    endedAt: undefined,
    ended: {},
    votes: {},
  };
}

/** What the experiment is after the event. */
export function evolveExperiment(before: ExperimentState, event: RecordedExperimentEvent): ExperimentState {
  const state = { ...before, seq: event.seq };
  switch (event.type) {
    case 'ExperimentStarted': {
      const { name, arms, user_id: userId } = event.data;
      return { ...state, name, arms, userId, startedAt: event.at };
    }
    case 'ExperimentRunEnded': {
      const { project_id, status, measures } = event.data;
      return { ...state, ended: { ...state.ended, [project_id]: { status, measures } } };
    }
    case 'ExperimentSuspended':
      return { ...state, status: 'suspended' };
    case 'ExperimentResumed':
      return { ...state, status: 'running' };
    case 'ExperimentCancelled':
      return { ...state, status: 'cancelled', endedAt: event.at };
    case 'ExperimentCompleted':
      return { ...state, status: 'complete', endedAt: event.at };
    case 'VoteCast':
      return { ...state, votes: { ...state.votes, [event.data.user_id]: event.data.arm } };
    default:
      return event satisfies never;
  }
}

/**
 * The projects in the order of their runs: one of each arm, then the next of each, so that what changes in the meantime (a model's server
 * that gets busy, a machine that gets warm) concerns all arms alike. Each round begins with another arm.
 */
export function runOrder(arms: readonly Arm[]): readonly string[] {
  const rounds = Math.max(0, ...arms.map(({ projects }) => projects.length));
  return Array.from({ length: rounds }, (_, round) => {
    const turned = round % arms.length;
    return [...arms.slice(turned), ...arms.slice(0, turned)].flatMap(({ projects }) => projects[round] ?? []);
  }).flat();
}

/** The project whose run is under way or comes next; undefined where all have ended. One at a time, so that none slows another. */
export function currentProject({ arms, ended }: ExperimentState): string | undefined {
  return runOrder(arms).find((projectId) => ended[projectId] === undefined);
}
