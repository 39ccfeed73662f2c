import { encodeEventData } from './event-data.js';
import type { Doorbell, NewEvent, Notice, StoredEvent } from './event-store.port.js';
import { EventStore, VersionConflict } from './event-store.port.js';
import { Listeners } from './listeners.js';

/** The log in this process's memory, for tests: same contract as Postgres, time from the caller's clock. */
export class MemoryEventStore extends EventStore {
  private readonly log: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly listeners = new Listeners<Doorbell>();
  private readonly notices = new Listeners<Notice>();

  /** @param now the time of the next append; give a fixed one for repeatable tests */
  constructor(private readonly now: () => Date = () => new Date()) {
    super();
  }

  override async append(
    streamId: string,
    expectedSeq: number,
    events: readonly NewEvent[],
  ): Promise<readonly StoredEvent[]> {
    // Like the real one it never answers in the caller's own tick.
    await Promise.resolve();
    const stream = this.streams.get(streamId) ?? [];
    if (stream.length !== expectedSeq) throw new VersionConflict(streamId, expectedSeq);
    if (events.length === 0) return [];

    const at = this.now().toISOString();
    const stored = events.map((event, index) => ({
      position: this.log.length + index + 1,
      streamId,
      seq: expectedSeq + index + 1,
      run: event.run,
      type: event.type,
      data: JSON.parse(encodeEventData(event.data)) as object,
      actor: event.actor,
      at,
    }));
    this.log.push(...stored);
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
    return Promise.resolve((this.streams.get(streamId) ?? []).slice(afterSeq, afterSeq + limit));
  }

  override readAll(afterPosition: number, limit: number): Promise<readonly StoredEvent[]> {
    return Promise.resolve(this.log.slice(afterPosition, afterPosition + limit));
  }

  override headSeq(streamId: string): Promise<number> {
    return Promise.resolve(this.streams.get(streamId)?.length ?? 0);
  }

  override headSeqs(streamIds: readonly string[]): Promise<readonly number[]> {
    return Promise.all(streamIds.map((streamId) => this.headSeq(streamId)));
  }

  override headPosition(): Promise<number> {
    return Promise.resolve(this.log.length);
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
