import { useSyncExternalStore } from 'react';

/** The project that the next prompt will begin: once somebody types, it is opened, which warms it, so that the app is there sooner. */
export interface Draft {
  readonly id: string;
  readonly isOpen: boolean;
}

const FIRST = ['amber', 'calm', 'clear', 'early', 'fair', 'gentle', 'golden', 'misty', 'quiet', 'rosy', 'soft', 'warm'];
const SECOND = ['bay', 'brook', 'cove', 'dawn', 'field', 'glow', 'lark', 'meadow', 'ridge', 'shore', 'sky', 'vale'];
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

let draft: Draft = { id: newProjectId(), isOpen: false };
const listeners = new Set<() => void>();

export function useDraftProject(): Draft {
  return useSyncExternalStore(subscribe, () => draft);
}

export function openDraft(): Draft {
  if (!draft.isOpen) change({ ...draft, isOpen: true });
  return draft;
}

/** The draft has become a project, or is not wanted: the next one has another id. */
export function renewDraft(): void {
  change({ id: newProjectId(), isOpen: false });
}

function change(next: Draft): void {
  draft = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `quiet-dawn-x4k2p9`: a name that one can read out; nobody guesses it by chance. */
function newProjectId(): string {
  const tail = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => LETTERS[byte % LETTERS.length]);
  return `${pick(FIRST)}-${pick(SECOND)}-${tail.join('')}`;
}

function pick(words: readonly string[]): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return words[random % words.length] ?? '';
}
