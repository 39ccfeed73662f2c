import { describe, expect, it } from '@jest/globals';
import { decideExperiment, type ExperimentCommand } from './decide-experiment.js';
import type { ExperimentEvent, RunMeasures } from './experiment-events.js';
import { currentProject, evolveExperiment, newExperiment, runOrder } from './experiment-state.js';

const ARMS = [
  { arm: 'a', prompt: 'a plant watering app', projects: ['a1', 'a2'] },
  { arm: 'b', prompt: 'an app that waters plants', projects: ['b1', 'b2'] },
];
const MEASURES: RunMeasures = {
  time_to_preview_ms: 400,
  time_to_complete_ms: 900,
  cost_usd: 0,
  errors: 0,
  repairs: 0,
};
const started: ExperimentEvent = { type: 'ExperimentStarted', data: { name: 'Wording', arms: ARMS } };
const suspended: ExperimentEvent = { type: 'ExperimentSuspended', data: {} };
const resumed: ExperimentEvent = { type: 'ExperimentResumed', data: {} };
const cancelled: ExperimentEvent = { type: 'ExperimentCancelled', data: {} };
const completed: ExperimentEvent = { type: 'ExperimentCompleted', data: {} };
const voted = (user_id: string, arm: string): ExperimentEvent => ({ type: 'VoteCast', data: { arm, user_id } });
const runEnded = (project_id: string): ExperimentEvent => ({
  type: 'ExperimentRunEnded',
  data: { project_id, status: 'complete', measures: MEASURES },
});
const end = (projectId: string): ExperimentCommand => {
  return { type: 'RecordRunEnd', projectId, status: 'complete', measures: MEASURES };
};

function given(...events: readonly ExperimentEvent[]) {
  const at = '2026-01-01T00:00:00.000Z';
  const state = events
    .map((event, index) => ({ ...event, seq: index + 1, at }))
    .reduce(evolveExperiment, newExperiment('demo'));
  return {
    state,
    when: (command: ExperimentCommand) => ({
      then: (...expected: readonly ExperimentEvent[]) => expect(decideExperiment(state, command)).toEqual(expected),
      thenRefused: (code: string) =>
        expect(() => decideExperiment(state, command)).toThrow(expect.objectContaining({ code })),
    }),
  };
}

describe('an experiment', () => {
  it('starts with its arms', () => {
    given().when({ type: 'StartExperiment', name: 'Wording', arms: ARMS, userId: undefined }).then(started);
  });

  it('takes no command before that', () => {
    given().when({ type: 'CancelExperiment' }).thenRefused('experiment_not_found');
  });

  it('records how each run ended once, and is complete with the last', () => {
    given(started).when(end('a1')).then(runEnded('a1'));
    given(started, runEnded('a1')).when(end('a1')).then();
    given(started, runEnded('a1'), runEnded('b1'), runEnded('b2')).when(end('a2')).then(runEnded('a2'), completed);
  });

  it('records nothing of a project that is none of its own', () => {
    given(started).when(end('c1')).then();
  });

  it('is suspended and resumed, once each', () => {
    given(started).when({ type: 'SuspendExperiment' }).then(suspended);
    given(started, suspended).when({ type: 'SuspendExperiment' }).then();
    given(started, suspended).when({ type: 'ResumeExperiment' }).then(resumed);
    given(started).when({ type: 'ResumeExperiment' }).then();
  });

  it('is cancelled, and does not complete then', () => {
    given(started, suspended).when({ type: 'CancelExperiment' }).then(cancelled);
    given(started, cancelled).when({ type: 'CancelExperiment' }).then();
    given(started, runEnded('a1'), runEnded('b1'), runEnded('b2'), cancelled).when(end('a2')).then(runEnded('a2'));
  });

  it('is over then', () => {
    given(started, cancelled).when({ type: 'ResumeExperiment' }).thenRefused('experiment_over');
    given(started, completed).when({ type: 'CancelExperiment' }).thenRefused('experiment_over');
  });
});

describe('a vote', () => {
  const vote = (userId: string, arm: string): ExperimentCommand => ({ type: 'CastVote', userId, arm });

  it('is one per person: a second one moves the first', () => {
    given(started).when(vote('ann', 'a')).then(voted('ann', 'a'));
    given(started, voted('ann', 'a')).when(vote('ann', 'b')).then(voted('ann', 'b'));
    expect(given(started, voted('ann', 'a'), voted('ben', 'a'), voted('ann', 'b')).state.votes).toEqual({
      ann: 'b',
      ben: 'a',
    });
  });

  it('changes nothing where it was given already', () => {
    given(started, voted('ann', 'a')).when(vote('ann', 'a')).then();
  });

  it('needs an arm that there is', () => {
    given(started).when(vote('ann', 'c')).thenRefused('arm_unknown');
  });

  it('counts after the end as well: people look at what has been made', () => {
    given(started, completed).when(vote('ann', 'b')).then(voted('ann', 'b'));
  });
});

describe('the runs of an experiment', () => {
  it('take turns, and each round begins with another arm', () => {
    expect(runOrder(ARMS)).toEqual(['a1', 'b1', 'b2', 'a2']);
    expect(runOrder([...ARMS, { arm: 'c', prompt: 'plants', projects: ['c1', 'c2'] }])).toEqual([
      'a1',
      'b1',
      'c1',
      'b2',
      'c2',
      'a2',
    ]);
  });

  it('are under way one at a time', () => {
    expect(currentProject(given(started).state)).toBe('a1');
    expect(currentProject(given(started, runEnded('a1')).state)).toBe('b1');
    expect(currentProject(given(started, ...['a1', 'b1', 'b2', 'a2'].map(runEnded)).state)).toBeUndefined();
  });
});
