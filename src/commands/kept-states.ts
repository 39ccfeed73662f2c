import type { EventStore } from '../event-store/event-store.port.js';
import { newProject, type ProjectState } from '../generation/state.js';

/** So many projects a process keeps folded for each store; the longest unused goes first. */
const MOST = 300;

const kept = new WeakMap<EventStore, Map<string, ProjectState>>();

/** What was kept of the project; a new one where nothing was. Its stream may have gone on. */
export function keptState(store: EventStore, projectId: string): ProjectState {
  return statesOf(store).get(projectId) ?? newProject(projectId);
}

/** For the next command. A newer state that is kept already stays. */
export function keepState(store: EventStore, state: ProjectState): void {
  const states = statesOf(store);
  const there = states.get(state.projectId);
  if (state.seq === 0) return;
  states.delete(state.projectId);
  states.set(state.projectId, there && there.seq > state.seq ? there : state);
  const [longestUnused] = states.keys();
  if (states.size > MOST && longestUnused !== undefined) states.delete(longestUnused);
}

function statesOf(store: EventStore): Map<string, ProjectState> {
  const states = kept.get(store) ?? new Map<string, ProjectState>();
  kept.set(store, states);
  return states;
}
