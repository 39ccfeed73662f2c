import type { EventStore, StoredEvent } from '../event-store/event-store.port.js';
import type { RecordedEvent } from '../generation/events.js';
import { type LogMessage, tell } from '../generation/messages.js';
import { evolve, type ProjectState } from '../generation/state.js';
import { keepMark, keepState, keptState, keptStateBefore } from './kept-states.js';

/** Events that are read at a time: a long stream need not fit into memory. */
const PAGE = 1_000;

/** The project as its stream has it now; only events after the last kept state are read and folded. */
export async function readProject(store: EventStore, projectId: string): Promise<ProjectState> {
  const state = await foldOn(store, keptState(store, projectId), Infinity);
  keepState(store, state);
  return state;
}

/** The project as it was after its event `seq`; as it is now where it has no such event yet. */
export async function readProjectAt(store: EventStore, projectId: string, seq: number): Promise<ProjectState> {
  return foldOn(store, keptStateBefore(store, projectId, seq), seq);
}

/** An event as it is stored, and as it is sent to viewers. */
export interface Told {
  readonly event: StoredEvent;
  readonly message: LogMessage;
}

/** At most `limit` events after `afterSeq`, with their messages. Reads what it returns, plus at most a few hundred events. */
export async function readTold(
  store: EventStore,
  projectId: string,
  afterSeq: number,
  limit: number,
): Promise<readonly Told[]> {
  const [before, events] = await Promise.all([
    readProjectAt(store, projectId, afterSeq),
    store.read(projectId, { afterSeq, limit }),
  ]);
  return tellOn(store, before, events);
}

/** The messages for `events`, the first of which directly follows `project`. */
export function tellOn(store: EventStore, project: ProjectState, events: readonly StoredEvent[]): readonly Told[] {
  let before = project;
  return events.map((event) => {
    const { state, message } = tell(before, asRecorded(event));
    keepMark(store, state);
    before = state;
    return { event, message };
  });
}

/** Stored events of a project's stream in the domain's types; the log holds only what `decide` made. */
export function recorded(events: readonly StoredEvent[]): readonly RecordedEvent[] {
  return events as readonly unknown[] as readonly RecordedEvent[];
}

function asRecorded(event: StoredEvent): RecordedEvent {
  return event as unknown as RecordedEvent;
}

/** Folds the events after `state`, up to and including `upTo`. */
async function foldOn(store: EventStore, before: ProjectState, upTo: number): Promise<ProjectState> {
  let state = before;
  while (state.seq < upTo) {
    const limit = Math.min(PAGE, upTo - state.seq);
    const events = await store.read(state.projectId, { afterSeq: state.seq, limit });
    for (const event of events) {
      state = evolve(state, asRecorded(event));
      keepMark(store, state);
    }
    if (events.length < limit) break;
  }
  return state;
}
