import { describe, expect, it } from '@jest/globals';
import { emptyProject, type ProjectState } from '../state/project-state.js';
import { canChange } from './can-change.js';

const model = { chosen: { base_url: 'x', model: 'gpt', api: 'chat', writes: 'code', by: 'person' } } as const;
const preview = { url: 'http://x', urls: { web: 'http://x' }, run: 1 };
const project = (run: object | undefined, more: object = {}): ProjectState =>
  ({ ...emptyProject('p'), runs: run ? [{ options: null, ...run }] : [], ...more }) as unknown as ProjectState;

describe('whether an app can be changed by words', () => {
  it.each([
    ['not before there is one', project(undefined), model, 'no-app'],
    ['once the active run has ended', project({ status: 'active' }), model, 'in-turn'],
    ['now', project({ status: 'complete' }, { preview }), model, 'now'],
    ['also after a revision that failed', project({ status: 'failed' }, { preview }), model, 'now'],
    ['not where its run failed before it appeared', project({ status: 'failed' }), model, 'no-app'],
    ['not without a model', project({ status: 'complete' }, { preview }), { chosen: null }, 'no-model'],
    [
      'by the model that its run asked for',
      project({ status: 'complete', options: { model: 'llama' } }, { preview }),
      { chosen: null },
      'now',
    ],
    ['as far as is known, while it is not known who writes', project({ status: 'active' }), undefined, 'in-turn'],
  ] as const)('%s', (_, state, models, expected) => {
    expect(canChange(state, models)).toBe(expected);
  });
});
