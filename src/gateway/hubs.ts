import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Aside } from '../contract/messages/aside.js';
import { isChunk } from '../contract/messages/server-message.js';
import { EventStore, type Notice } from '../event-store/event-store.port.js';
import { GATEWAY_OPTIONS, type GatewayOptions } from './gateway-options.js';
import { Hub } from './hub.js';
import { ProjectWarmer } from './project-warmer.port.js';
import { ToldPages } from './told-pages.js';
import type { Line, Viewer } from './viewer.js';

/** A viewer's place in a hub; it can be left once. */
export interface Seat {
  readonly projectId: string;
  readonly hub: Hub;
  readonly viewer: Viewer;
  /** The name that it gave. */
  readonly userId: string | undefined;
}

/** The hubs of all projects that are watched on this instance, or were a few seconds ago. */
@Injectable()
export class Hubs {
  readonly #logger = new Logger('Gateway');
  readonly #hubs = new Map<string, Hub>();
  readonly #lingering = new Map<string, NodeJS.Timeout>();
  readonly #stopping = new Set<Promise<unknown>>();
  readonly #stopNotices: () => void;
  #connections = 0;

  constructor(
    private readonly store: EventStore,
    private readonly pages: ToldPages,
    private readonly warmer: ProjectWarmer,
    @Inject(GATEWAY_OPTIONS) private readonly options: GatewayOptions,
  ) {
    this.#stopNotices = store.listenToNotices((notice) => this.#pass(notice));
  }

  /** Viewers of the project on this instance. */
  connectionCount(projectId: string): number {
    return this.#hubs.get(projectId)?.size ?? 0;
  }

  /** This instance's viewers, and the projects held in memory for them. */
  totals(): { connections: number; projects: number } {
    return { connections: this.#connections, projects: this.#hubs.size };
  }

  join(projectId: string, line: Line, after: number, userId?: string): Seat {
    clearTimeout(this.#lingering.get(projectId));
    this.#lingering.delete(projectId);
    const hub = this.#hubs.get(projectId) ?? this.#open(projectId);
    this.#connections += 1;
    return { projectId, hub, viewer: hub.join(line, after, userId), userId };
  }

  leave({ projectId, hub, viewer }: Seat): void {
    hub.leave(viewer);
    this.#connections -= 1;
    if (hub.size > 0 || this.#hubs.get(projectId) !== hub) return;
    const timer = setTimeout(() => this.#drop(projectId, hub), this.options.lingerMs).unref();
    this.#lingering.set(projectId, timer);
  }

  async stop(): Promise<void> {
    this.#stopNotices();
    for (const [projectId, hub] of this.#hubs) this.#drop(projectId, hub);
    await Promise.all(this.#stopping);
  }

  #pass({ streamId, data }: Notice): void {
    if (data.code === 'cursors') return; // Only for viewers that have the file open.
    if (data.code === 'presence') {
      if (streamId !== undefined) this.#hubs.get(streamId)?.heardPresence(data);
      return;
    }
    const hubs = streamId === undefined ? [...this.#hubs.values()] : [this.#hubs.get(streamId)];
    for (const hub of hubs) hub?.offer(asideOf(data));
  }

  #open(projectId: string): Hub {
    const hub = new Hub(projectId, this.store, this.pages, this.options, {
      troubled: (error) =>
        this.#logger.warn(`Cannot read the events of project ${projectId}; trying again: ${String(error)}`),
      deleted: () => {
        this.pages.forget(projectId);
        this.#drop(projectId, hub);
      },
      failed: (error) => {
        this.#logger.error(`Cannot send the events of project ${projectId}`, stackOf(error));
        this.#drop(projectId, hub);
      },
    });
    this.#hubs.set(projectId, hub);
    return hub;
  }

  #drop(projectId: string, hub: Hub): void {
    clearTimeout(this.#lingering.get(projectId));
    this.#lingering.delete(projectId);
    if (this.#hubs.get(projectId) === hub) this.#hubs.delete(projectId);
    const stopped = Promise.all([hub.stop(), this.warmer.release(projectId)]).finally(() =>
      this.#stopping.delete(stopped),
    );
    this.#stopping.add(stopped);
  }
}

function asideOf(data: Notice['data']): Aside {
  return isChunk(data) ? { type: 'chunk', data } : { type: 'notice', data };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
