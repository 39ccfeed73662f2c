import type { EventStore } from '../event-store/event-store.port.js';
import { newProject, type ProjectState } from '../generation/state.js';

/** So many projects a process keeps folded for each store; the longest unused goes first. */
const MOST_PROJECTS = 300;
/** A project is also kept as it was after every so manieth event: nobody folds more than this to see a moment of its past. */
const MARK_EVERY = 250;
/** So many of those a process keeps for each store. */
const MOST_MARKS = 1_000;

class KeptStates {
  readonly #newest = new Map<string, ProjectState>();
  /** By project; then by seq / {@link MARK_EVERY}. */
  readonly #marks = new Map<string, Map<number, ProjectState>>();
  #markCount = 0;

  newest(projectId: string): ProjectState | undefined {
    return this.#newest.get(projectId);
  }

  keepNewest(state: ProjectState): void {
    const there = this.#newest.get(state.projectId);
    this.#newest.delete(state.projectId);
    this.#newest.set(state.projectId, there && there.seq > state.seq ? there : state);
    const [longestUnused] = this.#newest.keys();
    if (this.#newest.size > MOST_PROJECTS && longestUnused !== undefined) this.#newest.delete(longestUnused);
  }

  keepMark(state: ProjectState): void {
    const marks = this.#marksOf(state.projectId);
    const index = state.seq / MARK_EVERY;
    if (marks.has(index) || (this.#markCount >= MOST_MARKS && !this.#dropLongestUnused(state.projectId))) return;
    marks.set(index, state);
    this.#markCount += 1;
  }

  /** The moments of a project's past. */
  forgetMarks(projectId: string): void {
    this.#markCount -= this.#marks.get(projectId)?.size ?? 0;
    this.#marks.delete(projectId);
  }

  /** The latest one that is not after `seq`. */
  mark(projectId: string, seq: number): ProjectState | undefined {
    const marks = this.#marksOf(projectId);
    for (let index = Math.floor(seq / MARK_EVERY); index > 0; index--) {
      const state = marks.get(index);
      if (state) return state;
    }
    return undefined;
  }

  #marksOf(projectId: string): Map<number, ProjectState> {
    const marks = this.#marks.get(projectId) ?? new Map<number, ProjectState>();
    this.#marks.delete(projectId);
    this.#marks.set(projectId, marks);
    return marks;
  }

  #dropLongestUnused(butFor: string): boolean {
    for (const [projectId, marks] of this.#marks) {
      if (projectId === butFor) return false;
      this.#marks.delete(projectId);
      this.#markCount -= marks.size;
      if (marks.size > 0) return true;
    }
    return false;
  }
}

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
