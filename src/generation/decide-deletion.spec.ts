import { describe, expect, it } from '@jest/globals';
import { type Fact, given, record } from '../../test/support/given.js';
import { tell } from './messages.js';
import { foldProject } from './state.js';

const requested: Fact = { type: 'RunRequested', data: { prompt: 'a plant watering app' } };
const attached: Fact = { type: 'DriverAttached', data: { epoch: 1 } };
const deleted: Fact = { type: 'ProjectDeleted', data: { author: 'user:ann' } };

describe('deleting a project', () => {
  it('is one fact, whatever the project is doing', () => {
    given(requested, attached).when({ type: 'DeleteProject', author: 'user:ann' }).then(deleted);
  });

  it('needs a project', () => {
    given().when({ type: 'DeleteProject', author: 'user:ann' }).thenRefused('project_not_found');
  });

  it('happens once', () => {
    given(requested, deleted).when({ type: 'DeleteProject', author: 'user:ben' }).thenRefused('project_gone');
  });

  it('leaves nothing but the fact, and the place in the log', () => {
    expect(given(requested, attached, deleted).state).toMatchObject({
      seq: 3,
      isDeleted: true,
      run: undefined,
      files: {},
    });
  });

  it('comes out the same of what is left of the log', () => {
    const [, , tombstone] = record([requested, attached, deleted]);
    const left = tombstone ? [tombstone] : [];
    expect(foldProject('demo', left)).toEqual(given(requested, attached, deleted).state);
  });

  it('is told to viewers', () => {
    const [, tombstone] = record([requested, deleted]);
    if (!tombstone) throw new Error('There are two events.');
    expect(tell(given(requested).state, tombstone).message).toEqual({
      type: 'deleted',
      seq: 2,
      at: tombstone.at,
      run: 1,
      data: { project_id: 'demo', message: 'The project was deleted.' },
    });
  });
});

describe('a deleted project', () => {
  const gone = given(requested, attached, deleted);

  it('takes no command of people', () => {
    gone.when({ type: 'StartRun', prompt: 'another plant watering app' }).thenRefused('project_gone');
    gone.when({ type: 'RequestCancel' }).thenRefused('project_gone');
    gone
      .when({ type: 'ChangeFiles', written: [], removed: [], authors: ['user:ann'], expected: {} })
      .thenRefused('project_gone');
  });

  it('drops what a driver that was under way still brings', () => {
    const by = { epoch: 1, run: 1 };
    gone.when({ type: 'CompleteStage', stage: 'analyzing', output: {}, ...by }).thenNothing();
    gone.when({ type: 'FinishCancel', ...by }).thenNothing();
    gone.when({ type: 'AttachDriver' }).thenNothing();
    gone.when({ type: 'ReportHealed' }).thenNothing();
  });
});
