import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '../event-store/memory-event-store.js';
import type { Command } from '../generation/commands.js';
import { foldProject } from '../generation/state.js';
import { handle } from './handle.js';
import { readProject, recorded } from './read-project.js';

/** Knows from which seq on each project was read. */
class ReadStore extends MemoryEventStore {
  readonly reads: string[] = [];

  override read(...args: Parameters<MemoryEventStore['read']>): ReturnType<MemoryEventStore['read']> {
    this.reads.push(`${args[0]} after ${args[1]?.afterSeq ?? 0}`);
    return super.read(...args);
  }
}

const start: Command = { type: 'StartRun', prompt: 'Create a fitness tracking app' };
const trouble = (message: string): Command => ({ type: 'ReportTrouble', trouble: { source: 'page', message } });

describe('a command', () => {
  it('reads only what its project’s state, kept from the command before, does not hold', async () => {
    const store = new ReadStore();
    await handle(store, 'demo', start, 'ann');
    await handle(store, 'demo', trouble('one'), 'ann');
    await store.append('demo', 4, [{ type: 'PreviewHealed', data: {}, run: 1, actor: 'another process' }]);
    await handle(store, 'demo', trouble('one'), 'ann');
    expect(store.reads).toEqual(['demo after 0', 'demo after 3', 'demo after 4']);
    const events = recorded(await store.read('demo'));
    expect(events.map(({ type }) => type).slice(3)).toEqual(['PreviewTroubled', 'PreviewHealed', 'PreviewTroubled']);
    expect(await readProject(store, 'demo')).toEqual(foldProject('demo', events));
  });

  it('keeps a bounded number of projects, each by itself, and none of another store', async () => {
    const store = new ReadStore();
    for (let n = 0; n <= 300; n++) await handle(store, `p${n}`, start, 'ann');
    store.reads.length = 0;
    expect((await readProject(store, 'p0')).seq).toBe(3);
    expect((await readProject(store, 'p300')).run?.status).toBe('active');
    expect(store.reads).toEqual(['p0 after 0', 'p300 after 3']);
    expect((await readProject(new MemoryEventStore(), 'p300')).seq).toBe(0);
  });
});
