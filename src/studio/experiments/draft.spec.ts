import { describe, expect, it } from '@jest/globals';
import {
  draftIn,
  isAllTheSame,
  NEW_DRAFT,
  problemsOf,
  requestOf,
  withArm,
  withChangedArm,
  withoutArm,
} from './draft.js';

const PLANTS = 'A plant watering app';
const filled = withChangedArm(withChangedArm({ ...NEW_DRAFT, name: ' Wording ' }, 0, { prompt: PLANTS }), 1, {
  prompt: ` ${PLANTS} `,
  template: 'forest_green',
  model: ' gpt ',
  seed: '7',
});

describe('an experiment that is being written', () => {
  it('begins with two empty arms, and is what was kept of it after a reload', () => {
    expect(draftIn('')).toBe(NEW_DRAFT);
    expect(draftIn(JSON.stringify(filled))).toEqual(filled);
  });

  it('gets an arm like the last, and loses any', () => {
    expect(withArm(filled).arms).toEqual([...filled.arms, filled.arms[1]]);
    expect(withoutArm(filled, 0).arms).toEqual([filled.arms[1]]);
  });

  it('says by field what is wrong', () => {
    expect(problemsOf(filled)).toEqual({});
    expect(Object.keys(problemsOf(NEW_DRAFT))).toEqual(['name', 'arms.0.prompt', 'arms.1.prompt']);
    expect(problemsOf({ ...filled, runs: '21' })).toHaveProperty('runs');
    expect(problemsOf(withChangedArm(filled, 1, { seed: '1.5' }))).toHaveProperty(['arms.1.seed']);
  });

  it('notices arms that do not differ', () => {
    expect(isAllTheSame(filled)).toBe(false);
    expect(isAllTheSame(withChangedArm(filled, 1, { template: '', model: '', seed: '' }))).toBe(true);
  });

  it('asks for what was filled in alone', () => {
    expect(requestOf(filled, 'ann')).toEqual({
      name: 'Wording',
      arms: [{ prompt: PLANTS }, { prompt: PLANTS, template_id: 'forest_green', model: 'gpt', seed: 7 }],
      runs_per_arm: 2,
      user_id: 'ann',
    });
  });
});
