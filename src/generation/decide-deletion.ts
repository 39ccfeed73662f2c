import type { Command } from './commands.js';
import { ProjectGone, ProjectNotFound } from './errors.js';
import type { GenerationEvent } from './events.js';
import type { ProjectState } from './state.js';

type InRun = GenerationEvent & { readonly run: number };

/** Works in any state: it ends an active run. @throws ProjectNotFound, ProjectGone */
export function deleteProject({ projectId, seq, run, isDeleted }: ProjectState, author: string): readonly InRun[] {
  if (isDeleted) throw new ProjectGone(projectId);
  if (seq === 0) throw new ProjectNotFound(projectId);
  return [{ type: 'ProjectDeleted', data: { author }, run: run?.run ?? 0 }];
}

/** Refuses people's commands and drops late ones of a driver or a preview. @throws ProjectGone */
export function decideForDeleted({ projectId }: ProjectState, command: Command): readonly [] {
  const isLate = 'epoch' in command || command.type === 'AttachDriver' || command.type.startsWith('Report');
  if (isLate) return [];
  throw new ProjectGone(projectId);
}
