import { useSyncExternalStore } from 'react';

const KEY = 'firstlight.name';
export const NAME_MAX = 40;
const listeners = new Set<() => void>();

export interface Person {
  /** Under which others see this person, and what they change is signed. */
  readonly name: string;
}

let person: Person = { name: keptName() };

/** Who sits here: a name that stays with this browser. */
export function usePerson(): Person {
  return useSyncExternalStore(subscribe, () => person);
}

export function renamePerson(name: string): void {
  const trimmed = name.trim().slice(0, NAME_MAX);
  if (!trimmed) return;
  person = { name: trimmed };
  keep(trimmed);
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keptName(): string {
  const kept = localStorage.getItem(KEY);
  if (kept) return kept;
  const [digits = 0] = crypto.getRandomValues(new Uint16Array(1));
  const name = `guest-${String(digits % 10_000).padStart(4, '0')}`;
  keep(name);
  return name;
}

function keep(name: string): void {
  localStorage.setItem(KEY, name);
}
