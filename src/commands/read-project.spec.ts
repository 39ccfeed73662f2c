import { describe, expect, it } from '@jest/globals';
import type { NewEvent } from '../event-store/event-store.port.js';
import { MemoryEventStore } from '../event-store/memory-event-store.js';
import { tell } from '../generation/messages.js';
import { foldProject, newProject } from '../generation/state.js';
import { readProjectAt, readTold, recorded } from './read-project.js';

const EVENTS = 1_400;

/** Counts the events that are read. */
class CountingStore extends MemoryEventStore {
  override read(...args: Parameters<MemoryEventStore['read']>): ReturnType<MemoryEventStore['read']> {
    const events = super.read(...args);
    void events.then(({ length }) => (this.count += length));
    return events;
  }

  count = 0;
}

/** A run that writes and deletes files and adds screens. */
function factOf(seq: number): NewEvent {
  const path = `app/${seq % 50}.tsx`;
  const by = { run: 1, actor: 'driver' };
  if (seq === 1) return { ...by, type: 'RunRequested', data: { prompt: 'Create a fitness tracking app' } };
  if (seq % 7 === 0) return { ...by, type: 'FileDeleted', data: { path, base_sha256: 'ab' } };
  if (seq % 5 === 0) return { ...by, type: 'ScreenAdded', data: { screen: `Screen ${seq}`, path } };
  return { ...by, type: 'FileWritten', data: { path, sha256: String(seq), bytes: seq, author: 'blueprint' } };
}

async function longStream(): Promise<CountingStore> {
  const store = new CountingStore();
  await store.append(
    'demo',
    0,
    Array.from({ length: EVENTS }, (_, index) => factOf(index + 1)),
  );
  return store;
}

describe('a project with a long past', () => {
  it('is the same at any event, whichever moments were asked for before', async () => {
    const store = await longStream();
    const events = recorded(await store.read('demo'));
    for (const seq of [1_300, 7, 250, 251, 999, 1_300, 500, EVENTS, EVENTS + 9]) {
      expect(await readProjectAt(store, 'demo', seq)).toEqual(foldProject('demo', events.slice(0, seq)));
    }
  });

  it('is told to the letter, wherever a page begins', async () => {
    const store = await longStream();
    let before = newProject('demo');
    const all = recorded(await store.read('demo')).map((event) => {
      const { state, message } = tell(before, event);
      before = state;
      return message;
    });
    for (const after of [1_390, 0, 249, 250, 251, 800, EVENTS, EVENTS + 5]) {
      const told = await readTold(store, 'demo', after, 100);
      expect(told.map(({ message }) => message)).toEqual(all.slice(after, after + 100));
      expect(told.map(({ event }) => event.seq)).toEqual(all.slice(after, after + 100).map(({ seq }) => seq));
    }
  });

  it('costs what is asked for once it was read: at most 249 events more, however long its past', async () => {
    const store = await longStream();
    await readTold(store, 'demo', 0, EVENTS);
    for (const after of [0, 249, 250, 1_249, 1_300]) {
      store.count = 0;
      await readTold(store, 'demo', after, 10);
      expect(store.count).toBeLessThanOrEqual(259);
    }
  });
});
