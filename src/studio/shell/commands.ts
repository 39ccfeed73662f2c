import { useEffect } from 'react';

/** Something that can be done in the view that is open, offered by the command palette. */
export interface ViewCommand {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

let commands: readonly ViewCommand[] = [];
const listeners = new Set<() => void>();

/** Offered while the view is shown. @param offered the same array until something about it changes */
export function useCommands(offered: readonly ViewCommand[]): void {
  useEffect(() => {
    change([...commands, ...offered]);
    return () => change(commands.filter((command) => !offered.includes(command)));
  }, [offered]);
}

export function registeredCommands(): readonly ViewCommand[] {
  return commands;
}

export function subscribeToCommands(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly ViewCommand[]): void {
  commands = next;
  for (const listener of [...listeners]) listener();
}
