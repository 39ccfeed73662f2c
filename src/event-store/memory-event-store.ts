import { encodeEventData } from './event-data.js';
import type { Doorbell, NewEvent, Notice, StoredEvent } from './event-store.port.js';
import { EventStore, VersionConflict } from './event-store.port.js';
import { Listeners } from './listeners.js';
import { isProjectStream, ProjectStreamKept } from './stream-id.js';

/** An event log in memory, for tests. It keeps the same contract as the Postgres one, but takes the time from the clock it is given. */
export class MemoryEventStore extends EventStore {
  private log: StoredEvent[] = [];
  private position = 0;
  private readonly streams = new Map<string, readonly StoredEvent[]>();
  private readonly listeners = new Listeners<Doorbell>();
  private readonly notices = new Listeners<Notice>();

  /** @param now returns the time of the next append; give a fixed clock for repeatable tests */
  constructor(private readonly now: () => Date = () => new Date()) {
    super();
  }

  override async append(
    streamId: string,
    expectedSeq: number,
    events: readonly NewEvent[],
  ): Promise<readonly StoredEvent[]> {
    // Like the Postgres store, it never answers in the tick of the call.
    await Promise.resolve();
    const stream = this.streams.get(streamId) ?? [];
    if ((stream.at(-1)?.seq ?? 0) !== expectedSeq) throw new VersionConflict(streamId, expectedSeq);
    if (events.length === 0) return [];

    const at = this.now().toISOString();
    const stored = events.map((event, index) => ({
      position: this.position + index + 1,
      streamId,
      seq: expectedSeq + index + 1,
      run: event.run,
      type: event.type,
      data: JSON.parse(encodeEventData(event.data)) as object,
      actor: event.actor,
      at,
    }));
    this.log.push(...stored);
    this.position += stored.length;
    this.streams.set(streamId, [...stream, ...stored]);
    this.listeners.tell({ streamIds: new Set([streamId]) });
    return stored;
  }

  override appendFailure(): undefined {
    return undefined;
  }

  override read(
    streamId: string,
    { afterSeq = 0, limit = Infinity }: { afterSeq?: number; limit?: number } = {},
  ): Promise<readonly StoredEvent[]> {
    const stream = this.streams.get(streamId) ?? [];
    const trimmed = (stream[0]?.seq ?? 1) - 1;
    const from = Math.max(0, afterSeq - trimmed);
    return Promise.resolve(stream.slice(from, from + limit));
  }

  override readAll(afterPosition: number, limit: number): Promise<readonly StoredEvent[]> {
    return Promise.resolve(this.log.filter(({ position }) => position > afterPosition).slice(0, limit));
  }

  override headSeq(streamId: string): Promise<number> {
    return Promise.resolve(this.streams.get(streamId)?.at(-1)?.seq ?? 0);
  }

  override headSeqs(streamIds: readonly string[]): Promise<readonly number[]> {
    return Promise.all(streamIds.map((streamId) => this.headSeq(streamId)));
  }

  override trim(streamId: string, upToSeq: number): Promise<number> {
    if (isProjectStream(streamId)) return Promise.reject(new ProjectStreamKept(streamId));
    const stream = this.streams.get(streamId) ?? [];
    const kept = stream.filter((event, index) => event.seq > upToSeq || index === stream.length - 1);
    const gone = new Set(stream.filter((event) => !kept.includes(event)));
    this.streams.set(streamId, kept);
    this.log = this.log.filter((event) => !gone.has(event));
    return Promise.resolve(gone.size);
  }

  override erase(streamId: string, beforeSeq: number, others: readonly string[]): Promise<number> {
    const isGone = (event: StoredEvent): boolean =>
      event.streamId === streamId ? event.seq < beforeSeq : others.includes(event.streamId);
    const before = this.log.length;
    this.log = this.log.filter((event) => !isGone(event));
    for (const id of [streamId, ...others]) {
      this.streams.set(
        id,
        (this.streams.get(id) ?? []).filter((event) => !isGone(event)),
      );
    }
    return Promise.resolve(before - this.log.length);
  }

  override headPosition(): Promise<number> {
    return Promise.resolve(this.position);
  }

  override listen(onBell: (bell: Doorbell) => void): () => void {
    return this.listeners.add(onBell);
  }

  override notify(streamId: string, data: Notice['data']): void {
    this.notices.tell({ streamId, data });
  }

  override listenToNotices(onNotice: (notice: Notice) => void): () => void {
    return this.notices.add(onNotice);
  }
}
