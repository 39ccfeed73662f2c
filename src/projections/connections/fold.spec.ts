import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../../event-store/event-store.port.js';
import { foldViewers } from './fold.js';

function viewer(type: string, streamId: string, data: object): StoredEvent {
  return { position: 1, streamId, seq: 1, run: 0, type, data, actor: 'instance', at: '2026-01-01T00:00:00.000Z' };
}

const came = (instance: string, project_id: string) =>
  viewer('ViewerConnected', `presence:${instance}`, { project_id });
const left = (instance: string, project_id: string) =>
  viewer('ViewerDisconnected', `presence:${instance}`, { project_id });

describe('the connections view', () => {
  it('sums who came and who left, by instance and project', () => {
    expect(foldViewers([came('i1', 'a'), came('i1', 'a'), came('i2', 'a'), came('i1', 'b'), left('i1', 'a')])).toEqual([
      { instance_id: 'i1', project_id: 'a', delta: 1 },
      { instance_id: 'i2', project_id: 'a', delta: 1 },
      { instance_id: 'i1', project_id: 'b', delta: 1 },
    ]);
  });

  it('says nothing of those who only looked in', () => {
    expect(foldViewers([came('i1', 'a'), left('i1', 'a')])).toEqual([]);
  });

  it('reads presence streams only, and only what it knows', () => {
    expect(
      foldViewers([
        viewer('ViewerConnected', 'project-1', { project_id: 'a' }),
        viewer('ViewerMoved', 'presence:i1', { project_id: 'a' }),
        viewer('ViewerConnected', 'presence:i1', {}),
      ]),
    ).toEqual([]);
  });
});
