import { type EventStore, type NewEvent, type StoredEvent, VersionConflict } from '../event-store/event-store.port.js';
import type { Command } from '../generation/commands.js';
import { decide } from '../generation/decide.js';
import { evolve, type ProjectState } from '../generation/state.js';
import { keepMark, keepState } from './kept-states.js';
import { readProject, recorded } from './read-project.js';

/** What a command came to: the facts it added (none where all was true already) and the project after them. */
export interface Handled {
  readonly state: ProjectState;
  readonly events: readonly StoredEvent[];
}

const MAX_TRIES = 20;

/**
 * The write side: read, fold, decide, append at the expected seq; decides again if somebody else was first.
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
  let after = state;
  for (const event of recorded(events)) {
    after = evolve(after, event);
    keepMark(store, after);
  }
  keepState(store, after);
  return { state: after, events };
}
