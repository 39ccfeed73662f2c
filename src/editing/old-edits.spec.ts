import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../event-store/event-store.port.js';
import { oldEditsIn } from './old-edits.js';

type Fact = Partial<Omit<StoredEvent, 'at'>> & { readonly day: number };

const DAY_30 = atDay(30);

function atDay(day: number): string {
  return new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString();
}

/** A page of the log; `day` is the day each event was stored. */
function given(...facts: readonly Fact[]) {
  const events = facts.map(({ day, ...fact }, index): StoredEvent => ({
    position: index + 1,
    streamId: 'demo',
    seq: index + 1,
    type: 'FileWritten',
    data: {},
    run: 1,
    actor: 'user:ann',
    at: atDay(day),
    ...fact,
  }));
  return {
    whenOldBefore(before: string) {
      const { upTo, position } = oldEditsIn(events, before);
      return { forgotten: Object.fromEntries(upTo), lookedUpTo: position };
    },
  };
}

const version = (path: string, edit_version: number, day: number): Fact => ({ day, data: { path, edit_version } });

describe('the single edits of a text', () => {
  it('may be forgotten behind the newest version of the file that is old', () => {
    const log = given(version('a.ts', 3, 1), version('b.ts', 5, 2), version('a.ts', 9, 3), version('a.ts', 12, 30));
    expect(log.whenOldBefore(DAY_30)).toEqual({
      forgotten: { 'edit:demo:a.ts': 9, 'edit:demo:b.ts': 5 },
      lookedUpTo: 3,
    });
  });

  it('are all kept while no version is old', () => {
    expect(given(version('a.ts', 3, 30), version('a.ts', 9, 31)).whenOldBefore(DAY_30)).toEqual({
      forgotten: {},
      lookedUpTo: undefined,
    });
    expect(given().whenOldBefore(DAY_30)).toEqual({ forgotten: {}, lookedUpTo: undefined });
  });

  it('are kept where only something else is old: other versions, a deletion, the edits themselves', () => {
    const log = given(
      { day: 1, data: { path: 'a.ts' } },
      { day: 1, type: 'FileDeleted', data: { path: 'a.ts' } },
      { day: 1, streamId: 'edit:demo:a.ts', type: 'TextChanged', data: { client_id: 'me', changes: [] } },
    );
    expect(log.whenOldBefore(DAY_30)).toEqual({ forgotten: {}, lookedUpTo: 3 });
  });

  it('are those of each project by itself', () => {
    const log = given(version('a.ts', 3, 1), { ...version('a.ts', 7, 2), streamId: 'other' });
    expect(log.whenOldBefore(DAY_30).forgotten).toEqual({ 'edit:demo:a.ts': 3, 'edit:other:a.ts': 7 });
  });
});
