import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { LogMessage } from '../../contract/messages/log-message.js';
import type { ProjectStore, Snapshot } from './project-store.js';

export const ProjectContext = createContext<ProjectStore | null>(null);

/** The project that is open; null while there is none. */
export function useOpenProject(): ProjectStore | null {
  return useContext(ProjectContext);
}

/** The project that is open. */
export function useProjectStore(): ProjectStore {
  const store = useOpenProject();
  if (!store) throw new Error('This is shown outside of a project.');
  return store;
}

/**
 * A part of what is known of the project; the component is drawn again when that part has changed.
 * @param select gives the same object for the same snapshot
 */
export function useProject<Part>(select: (snapshot: Snapshot) => Part): Part {
  const store = useProjectStore();
  return useSyncExternalStore(store.subscribe, () => select(store.snapshot()));
}

/**
 * A fold of the project's log of one's own: each message is folded once, in order, however often this is drawn.
 * @param step and begin stay the same between calls: define them outside of the component
 */
export function useLogFold<View>(begin: () => View, step: (view: View, message: LogMessage) => View): View {
  const { messages, log } = useProject(logOf);
  const kept = useRef<{ log: number; count: number; view: View } | null>(null);
  if (kept.current?.log !== log) kept.current = { log, count: 0, view: begin() };
  const fold = kept.current;
  for (; fold.count < messages.length; fold.count += 1) {
    const message = messages[fold.count];
    if (message) fold.view = step(fold.view, message);
  }
  return fold.view;
}

/** The snapshot itself: it changes with each message. */
function logOf(snapshot: Snapshot): Snapshot {
  return snapshot;
}
