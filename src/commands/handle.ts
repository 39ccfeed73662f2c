import { type EventStore, type NewEvent, type StoredEvent, VersionConflict } from '../event-store/event-store.port.js';
import type { Command } from '../generation/commands.js';
import { decide } from '../generation/decide.js';
import type { RecordedEvent } from '../generation/events.js';
import { evolve, type ProjectState } from '../generation/state.js';
import { keepState, keptState } from './kept-states.js';

/** What a command came to: the facts it added (none where all was true already) and the project after them. */
export interface Handled {
  readonly state: ProjectState;
  readonly events: readonly StoredEvent[];
}

const MAX_TRIES = 20;

/**
 * The write side: read, fold, decide, append at the expected seq; decides anew when someone else was quicker.
 * @throws whatever `decide` throws; VersionConflict after 20 lost races.
 */
export async function handle(store: EventStore, projectId: string, command: Command, actor: string): Promise<Handled> {
  for (let tries = 1; ; tries++) {
    const state = await readProject(store, projectId);
    try {
      return await decideAndAppend(store, state, command, actor);
    } catch (error) {
      if (!(error instanceof VersionConflict) || tries >= MAX_TRIES) throw error;
    }
  }
}

/** The project as its stream has it now; only what came behind the state that was kept last is read and folded. */
export async function readProject(store: EventStore, projectId: string): Promise<ProjectState> {
  const before = keptState(store, projectId);
  const state = recorded(await store.read(projectId, { afterSeq: before.seq })).reduce(evolve, before);
  keepState(store, state);
  return state;
}

/**
 * One try on a state that the caller holds.
 * @throws VersionConflict when the stream has moved on since.
 */
export async function decideAndAppend(
  store: EventStore,
  state: ProjectState,
  command: Command,
  actor: string,
): Promise<Handled> {
  const decided = decide(state, command);
  if (decided.length === 0) return { state, events: [] };
  const facts = decided.map(({ run, type, data }): NewEvent => ({ run, type, data, actor }));
  const events = await store.append(state.projectId, state.seq, facts);
  const after = recorded(events).reduce(evolve, state);
  keepState(store, after);
  return { state: after, events };
}

/** Stored events of a project's stream in the domain's types; the log holds only what `decide` made. */
export function recorded(events: readonly StoredEvent[]): readonly RecordedEvent[] {
  return events as readonly unknown[] as readonly RecordedEvent[];
}
