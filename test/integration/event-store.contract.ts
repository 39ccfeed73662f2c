import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventStore, NewEvent, Notice, StoredEvent } from '../../src/event-store/event-store.port.js';
import { VersionConflict } from '../../src/event-store/event-store.port.js';
import { followAll, followStream } from '../../src/event-store/follow.js';

/** Two stores on one log (the same object where it cannot be shared), and how to end them. */
export interface StoresUnderTest {
  readonly store: EventStore;
  readonly other: EventStore;
  close(): Promise<void>;
}

let streams = 0;
/** A stream that no other test of this file has used. */
export const newStream = (): string => `stream-${++streams}`;

export const event = (type: string, data: object = {}): NewEvent => ({ type, data, run: 1, actor: 'user:ada' });

const seqs = (events: readonly StoredEvent[]): readonly number[] => events.map(({ seq }) => seq);
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** What every EventStore promises. */
export function describeEventStore(name: string, open: () => Promise<StoresUnderTest>): void {
  describe(name, () => {
    let stores: StoresUnderTest;
    let store: EventStore;
    beforeAll(async () => {
      stores = await open();
      store = stores.store;
    });
    afterAll(() => stores.close());

    describe('append', () => {
      it('stores events behind the expected seq and gives them back as they are read', async () => {
        const stream = newStream();
        const data = { text: 'R&D "tracker" \\ 🎉 é', n: 1.5, list: [1, null, { deep: true }] };
        const first = await store.append(stream, 0, [event('A', data), event('B')]);
        const second = await store.append(stream, 2, [{ ...event('C'), run: 7, actor: 'driver' }]);

        expect(seqs(first)).toEqual([1, 2]);
        expect(first[0]).toMatchObject({ streamId: stream, seq: 1, run: 1, type: 'A', data, actor: 'user:ada' });
        expect(first[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(second[0]).toMatchObject({ seq: 3, run: 7, actor: 'driver' });
        expect(await store.read(stream)).toEqual([...first, ...second]);
      });

      it('refuses when the stream is longer than expected', async () => {
        const stream = newStream();
        await store.append(stream, 0, [event('A'), event('B')]);
        await expect(store.append(stream, 0, [event('C')])).rejects.toBeInstanceOf(VersionConflict);
        await expect(store.append(stream, 1, [event('C')])).rejects.toMatchObject({
          code: 'version_conflict',
          streamId: stream,
          expectedSeq: 1,
        });
        expect(await store.headSeq(stream)).toBe(2);
      });

      it('tells the heads of several streams in the order they were asked for, 0 for one that is not there', async () => {
        const [one, two, none] = [newStream(), newStream(), newStream()];
        await store.append(one, 0, [event('A'), event('B')]);
        await store.append(two, 0, [event('A')]);
        expect(await store.headSeqs([two, none, one])).toEqual([1, 0, 2]);
        expect(await store.headSeqs([])).toEqual([]);
      });

      it('erases what is asked for, and goes on behind it', async () => {
        const [stream, edits, other] = [newStream(), newStream(), newStream()];
        const before = await store.headPosition();
        await store.append(stream, 0, [event('A'), event('B'), event('C')]);
        await store.append(edits, 0, [event('A')]);
        await store.append(other, 0, [event('A')]);
        expect(await store.erase(stream, 3, [edits])).toBe(3);
        expect(await store.erase(stream, 3, [edits])).toBe(0);
        expect((await store.read(stream)).map(({ seq, type }) => `${seq} ${type}`)).toEqual(['3 C']);
        expect(await store.read(stream, { afterSeq: 3 })).toEqual([]);
        expect(await store.headSeqs([stream, edits, other])).toEqual([3, 0, 1]);
        expect((await store.readAll(before, 10)).map(({ position }) => position - before)).toEqual([3, 5]);
        expect(seqs(await store.append(stream, 3, [event('D')]))).toEqual([4]);
        expect(seqs(await store.read(stream))).toEqual([3, 4]);
      });

      it('refuses when the stream is shorter than expected', async () => {
        const stream = newStream();
        await expect(store.append(stream, 5, [event('C')])).rejects.toBeInstanceOf(VersionConflict);
        await store.append(stream, 0, [event('A')]);
        await expect(store.append(stream, 2, [event('C')])).rejects.toBeInstanceOf(VersionConflict);
        expect(await store.read(stream)).toHaveLength(1);
      });

      it('stores all events of a call or none', async () => {
        const stream = newStream();
        const before = await store.headPosition();
        await expect(store.append(stream, 1, [event('A'), event('B')])).rejects.toBeInstanceOf(VersionConflict);
        expect(await store.read(stream)).toEqual([]);
        expect(await store.headPosition()).toBe(before);
      });

      it('checks the expected seq of an empty append too', async () => {
        const stream = newStream();
        expect(await store.append(stream, 0, [])).toEqual([]);
        await expect(store.append(stream, 1, [])).rejects.toBeInstanceOf(VersionConflict);
      });

      it('lets exactly one of many simultaneous appends at the same seq win', async () => {
        const stream = newStream();
        const attempts = range(1, 40).map((n) => (n % 2 ? store : stores.other).append(stream, 0, [event('A', { n })]));
        const outcomes = await Promise.allSettled(attempts);
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        for (const outcome of outcomes)
          if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(VersionConflict);
        expect(await store.headSeq(stream)).toBe(1);
      });

      it('takes text that the database cannot hold as replacement characters, beside other appends', async () => {
        const [stream, neighbour] = [newStream(), newStream()];
        const halfEmoji = '🎉'.slice(0, 1);
        const [stored] = await Promise.all([
          store.append(stream, 0, [event('A', { text: `a\0b${halfEmoji}` })]),
          store.append(neighbour, 0, [event('A')]),
        ]);
        expect(stored[0]?.data).toEqual({ text: 'a\ufffdb\ufffd' });
        expect(await store.read(stream)).toEqual(stored);
      });
    });

    describe('read', () => {
      it('starts behind a seq and stops at a limit', async () => {
        const stream = newStream();
        await store.append(
          stream,
          0,
          range(1, 10).map((n) => event('A', { n })),
        );
        expect(seqs(await store.read(stream, { afterSeq: 4 }))).toEqual(range(5, 10));
        expect(seqs(await store.read(stream, { afterSeq: 4, limit: 2 }))).toEqual([5, 6]);
        expect(seqs(await store.read(stream, { limit: 3 }))).toEqual([1, 2, 3]);
        expect(await store.read(stream, { afterSeq: 10 })).toEqual([]);
      });

      it('knows nothing of a stream that does not exist', async () => {
        const stream = newStream();
        expect(await store.read(stream)).toEqual([]);
        expect(await store.headSeq(stream)).toBe(0);
      });

      it('reads all streams in commit order, page by page', async () => {
        const start = await store.headPosition();
        const [a, b] = [newStream(), newStream()];
        await store.append(a, 0, [event('A'), event('B')]);
        await store.append(b, 0, [event('C')]);
        await store.append(a, 2, [event('D')]);
        const all = await store.readAll(start, 100);
        expect(all.map(({ type }) => type)).toEqual(['A', 'B', 'C', 'D']);
        expect(all.map(({ position }) => position)).toEqual(range(start + 1, start + 4));
        expect(await store.readAll(start + 1, 2)).toEqual(all.slice(1, 3));
        expect(await store.headPosition()).toBe(start + 4);
      });
    });

    describe('trim', () => {
      it('forgets the beginning of a stream, whose head, numbers and other readers stay as they are', async () => {
        const start = await store.headPosition();
        const [text, neighbour] = [`edit:${newStream()}:a.ts`, newStream()];
        await store.append(
          text,
          0,
          range(1, 5).map((n) => event('A', { n })),
        );
        await store.append(neighbour, 0, [event('B')]);
        expect(await store.trim(text, 3)).toBe(3);
        expect(await store.trim(text, 3)).toBe(0);
        expect(seqs(await store.read(text))).toEqual([4, 5]);
        expect(seqs(await store.read(text, { afterSeq: 1, limit: 1 }))).toEqual([4]);
        expect(await store.headSeq(text)).toBe(5);
        const all = await store.readAll(start, 100);
        expect(all.map(({ position }) => position)).toEqual(range(start + 4, start + 6));
        expect(await store.readAll(start, 1)).toEqual(all.slice(0, 1));
        expect(await store.headPosition()).toBe(start + 6);
        await expect(store.append(text, 2, [event('C')])).rejects.toBeInstanceOf(VersionConflict);
        expect(seqs(await store.append(text, 5, [event('C')]))).toEqual([6]);
      });

      it('keeps the last event of a stream, however far it may go', async () => {
        const text = `edit:${newStream()}:a.ts`;
        await store.append(
          text,
          0,
          range(1, 2_500).map((n) => event('A', { n })),
        );
        expect(await stores.other.trim(text, 9_999)).toBe(2_499);
        expect(await store.headSeqs([text])).toEqual([2_500]);
        expect(await store.trim('edit:none:a.ts', 7)).toBe(0);
      });

      it('never trims the stream of a project', async () => {
        const stream = newStream();
        await store.append(stream, 0, [event('A'), event('B')]);
        await expect(store.trim(stream, 1)).rejects.toMatchObject({ code: 'project_stream_kept' });
        expect(seqs(await store.read(stream))).toEqual([1, 2]);
      });
    });

    describe('the doorbell', () => {
      it('rings for an append before the append resolves, until it is let go', async () => {
        const stream = newStream();
        const heard: string[] = [];
        const stop = store.listen(({ streamIds }) => heard.push(...(streamIds ?? ['any'])));
        await store.append(stream, 0, [event('A')]);
        expect(heard).toContain(stream);
        stop();
        heard.length = 0;
        await store.append(stream, 1, [event('A')]);
        expect(heard).toEqual([]);
      });

      it('takes no harm from a listener that throws', async () => {
        const stream = newStream();
        const heard: string[] = [];
        const stops = [
          store.listen(() => {
            throw new Error('a listener’s own fault');
          }),
          store.listen(({ streamIds }) => heard.push(...(streamIds ?? []))),
        ];
        await store.append(stream, 0, [event('A')]);
        await store.append(stream, 1, [event('B')]);
        for (const stop of stops) stop();
        expect(heard.filter((name) => name === stream).length).toBeGreaterThanOrEqual(2);
      });

      it('rings in another store on the same log', async () => {
        const stream = newStream();
        const { promise: rung, resolve } = Promise.withResolvers<undefined>();
        const stop = stores.other.listen(({ streamIds }) => {
          if (streamIds?.has(stream) ?? true) resolve(undefined);
        });
        await store.append(stream, 0, [event('A')]);
        await rung;
        stop();
      });
    });

    describe('notices', () => {
      it('reach who listens here and in another store, until they are let go, and leave no trace in the log', async () => {
        const stream = newStream();
        const notice = { streamId: stream, data: { code: 'stage_running', message: 'at work', running_ms: 5000 } };
        const heard: Notice[] = [];
        const { promise: heardOver, resolve } = Promise.withResolvers<Notice>();
        const stops = [
          store.listenToNotices((each) => heard.push(each)),
          stores.other.listenToNotices((each) => resolve(each)),
        ];
        store.notify(stream, notice.data);
        expect(heard).toEqual([notice]);
        expect(await heardOver).toEqual(notice);
        for (const stop of stops) stop();
        store.notify(stream, notice.data);
        expect(heard).toHaveLength(1);
        expect(await store.headSeq(stream)).toBe(0);
      });
    });

    it('holds its promises under any mix of concurrent appends from two stores', async () => {
      const attempt = fc.record({
        stream: fc.integer({ min: 0, max: 3 }),
        // How far beside the true head the caller believes the stream to be.
        error: fc.constantFrom(0, 0, 0, 0, -1, 1),
        size: fc.integer({ min: 1, max: 3 }),
        isOther: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(attempt, { maxLength: 12 }), { maxLength: 4 }), async (rounds) => {
          const start = await store.headPosition();
          const names = range(0, 3).map(newStream);
          const tailed: number[] = [];
          const tail = followAll(
            stores.other,
            start,
            (events) => void tailed.push(...events.map(({ position }) => position)),
          );
          const won: StoredEvent[] = [];
          for (const round of rounds) {
            const heads = await Promise.all(names.map((name) => store.headSeq(name)));
            const outcomes = await Promise.allSettled(
              round.map(({ stream, error, size, isOther }) => {
                const expected = Math.max(0, (heads[stream] ?? 0) + error);
                const events = range(1, size).map((n) => event('A', { n }));
                return (isOther ? stores.other : store).append(names[stream] ?? '', expected, events);
              }),
            );
            for (const outcome of outcomes) {
              if (outcome.status === 'fulfilled') won.push(...outcome.value);
              else expect(outcome.reason).toBeInstanceOf(VersionConflict);
            }
          }

          const all = await store.readAll(start, 10_000);
          expect(all).toEqual([...won].sort((a, b) => a.position - b.position));
          expect(all.map(({ position }) => position)).toEqual(range(start + 1, start + won.length));
          for (const name of names) {
            const stream = await store.read(name);
            expect(seqs(stream)).toEqual(range(1, stream.length));
            expect(stream).toEqual(all.filter(({ streamId }) => streamId === name));
          }
          await until(() => tailed.length >= won.length);
          await tail.stop();
          expect(tailed).toEqual(range(start + 1, start + won.length));
        }),
        { numRuns: 40 },
      );
    });

    describe('a follower', () => {
      it('hands on what is stored, then what comes, each once and in order', async () => {
        const stream = newStream();
        await store.append(
          stream,
          0,
          range(1, 7).map((n) => event('A', { n })),
        );
        const seen: number[] = [];
        const follower = followStream(store, stream, 2, (events) => void seen.push(...seqs(events)), { pageSize: 2 });
        for (let head = 7; head < 20; head++)
          await (head % 2 ? store : stores.other).append(stream, head, [event('B')]);
        await until(() => seen.at(-1) === 20);
        await follower.stop();
        expect(seen).toEqual(range(3, 20));
      });

      it('calls its handler once at a time, and again with the same events when it throws', async () => {
        const stream = newStream();
        const seen: number[] = [];
        const errors: unknown[] = [];
        let running = 0;
        const handle = async (events: readonly StoredEvent[]): Promise<void> => {
          expect(++running).toBe(1);
          await Promise.resolve();
          running--;
          if (errors.length === 0) throw new Error('the read model is away');
          seen.push(...seqs(events));
        };
        const follower = followStream(store, stream, 0, handle, { onError: (error) => void errors.push(error) });
        await store.append(stream, 0, [event('A')]);
        await store.append(stream, 1, [event('B')]);
        await until(() => seen.at(-1) === 2);
        await follower.stop();
        expect(seen).toEqual([1, 2]);
        expect(errors).toHaveLength(1);
      });

      it('hands on nothing after stop, which waits for the handler', async () => {
        const stream = newStream();
        const { promise: entered, resolve: enter } = Promise.withResolvers<undefined>();
        const { promise: left, resolve: leave } = Promise.withResolvers<undefined>();
        let calls = 0;
        const follower = followStream(store, stream, 0, async () => {
          calls++;
          enter(undefined);
          await left;
        });
        await store.append(stream, 0, [event('A')]);
        await entered;
        let isStopped = false;
        const stopped = follower.stop().then(() => (isStopped = true));
        await store.append(stream, 1, [event('B')]);
        expect(isStopped).toBe(false);
        leave(undefined);
        await stopped;
        await store.append(stream, 2, [event('C')]);
        expect(calls).toBe(1);
      });
    });
  });
}

/** Polls; the test's own timeout is the limit. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}
