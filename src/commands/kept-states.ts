import { LRUCache } from 'lru-cache';
import type { EventStore } from '../event-store/event-store.port.js';
import { newProject, type ProjectState } from '../generation/state.js';

/** Projects that a process keeps folded for each store; the longest unused goes first. */
const MOST_PROJECTS = 300;
/** Events between two kept states of a project's past: showing any moment of it folds no more than this. */
const MARK_EVERY = 250;
/** States of the past that a process keeps for each store; the longest unused goes first. */
const MOST_MARKS = 1_000;

class KeptStates {
  readonly #newest = new LRUCache<string, ProjectState>({ max: MOST_PROJECTS });
  readonly #marks = new LRUCache<string, ProjectState>({ max: MOST_MARKS });

  newest(projectId: string): ProjectState | undefined {
    return this.#newest.get(projectId);
  }

  keepNewest(state: ProjectState): void {
    const there = this.#newest.get(state.projectId);
    if (!there || there.seq <= state.seq) this.#newest.set(state.projectId, state);
  }

  keepMark(state: ProjectState): void {
    this.#marks.set(markKey(state.projectId, state.seq), state);
  }

  /** The moments of a project's past. */
  forgetMarks(projectId: string): void {
    const all = [...this.#marks.entries()];
    for (const [key, state] of all) if (state.projectId === projectId) this.#marks.delete(key);
  }

  /** The latest one that is not after `seq`. */
  mark(projectId: string, seq: number): ProjectState | undefined {
    for (let at = seq - (seq % MARK_EVERY); at > 0; at -= MARK_EVERY) {
      const state = this.#marks.get(markKey(projectId, at));
      if (state) return state;
    }
    return undefined;
  }
}

const markKey = (projectId: string, seq: number): string => `${projectId} ${seq}`;

const kept = new WeakMap<EventStore, KeptStates>();

/** What was kept of the project; a new one where nothing was. Its stream may have gone on. */
export function keptState(store: EventStore, projectId: string): ProjectState {
  return statesOf(store).newest(projectId) ?? newProject(projectId);
}

/** What was kept of the project as it was after `seq`, or some event before that. */
export function keptStateBefore(store: EventStore, projectId: string, seq: number): ProjectState {
  const states = statesOf(store);
  const newest = states.newest(projectId);
  return (newest && newest.seq <= seq ? newest : states.mark(projectId, seq)) ?? newProject(projectId);
}

/** For the next command. A newer state that is kept already stays. */
export function keepState(store: EventStore, state: ProjectState): void {
  if (state.seq > 0) statesOf(store).keepNewest(state);
  if (state.isDeleted) statesOf(store).forgetMarks(state.projectId);
}

/** Keeps states for queries about the project's past; call it with every state of a fold. */
export function keepMark(store: EventStore, state: ProjectState): void {
  if (state.seq > 0 && state.seq % MARK_EVERY === 0) statesOf(store).keepMark(state);
}

function statesOf(store: EventStore): KeptStates {
  const states = kept.get(store) ?? new KeptStates();
  kept.set(store, states);
  return states;
}
