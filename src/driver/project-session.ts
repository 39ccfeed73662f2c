import { decideAndAppend } from '../commands/handle.js';
import { readProject, recorded } from '../commands/read-project.js';
import { type EventStore, type Notice, VersionConflict } from '../event-store/event-store.port.js';
import type { Command } from '../generation/commands.js';
import { evolve, type ProjectState } from '../generation/state.js';

const ACTOR = 'driver';

/**
 * A driver's hold on one project: the folded state, and one command at a time at the expected seq. What others append
 * in between is read and folded first, so that each decision is made on all that has happened.
 */
export class ProjectSession {
  private lastTurn: Promise<unknown> = Promise.resolve();
  private nextChange = Promise.withResolvers<void>();

  private constructor(
    private readonly store: EventStore,
    private current: ProjectState,
  ) {}

  static async open(store: EventStore, projectId: string): Promise<ProjectSession> {
    return new ProjectSession(store, await readProject(store, projectId));
  }

  get state(): ProjectState {
    return this.current;
  }

  /** Resolves when the state changes. */
  changed(): Promise<void> {
    return this.nextChange.promise;
  }

  /** @throws DriverSuperseded when another driver has attached since. */
  submit(command: Command): Promise<void> {
    return this.inTurn(async () => {
      for (;;) {
        try {
          this.become((await decideAndAppend(this.store, this.current, command, ACTOR)).state);
          return;
        } catch (error) {
          if (!(error instanceof VersionConflict)) throw error;
          await this.readOn();
        }
      }
    });
  }

  /** Sends viewers a notice outside the log. */
  notify(data: Notice['data']): void {
    this.store.notify(this.current.projectId, data);
  }

  /** Reads and folds what others appended. */
  catchUp(): Promise<void> {
    return this.inTurn(() => this.readOn());
  }

  private async readOn(): Promise<void> {
    const events = await this.store.read(this.current.projectId, { afterSeq: this.current.seq });
    this.become(recorded(events).reduce(evolve, this.current));
  }

  private become(state: ProjectState): void {
    if (state.seq === this.current.seq) return;
    this.current = state;
    this.nextChange.resolve();
    this.nextChange = Promise.withResolvers<void>();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.lastTurn.then(work);
    this.lastTurn = turn.catch(() => {
      // The caller of this turn gets the error; the next turn starts fresh.
    });
    return turn;
  }
}
