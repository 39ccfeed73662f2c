import type { Command } from './commands.js';
import { ProjectGone, ProjectNotFound } from './errors.js';
import type { GenerationEvent } from './events.js';
import type { ProjectState } from './state.js';

type InRun = GenerationEvent & { readonly run: number };

/** Whatever the project is doing: a run that is under way ends by it. @throws ProjectNotFound, ProjectGone */
export function deleteProject({ projectId, seq, run, isDeleted }: ProjectState, author: string): readonly InRun[] {
  if (isDeleted) throw new ProjectGone(projectId);
  if (seq === 0) throw new ProjectNotFound(projectId);
  return [{ type: 'ProjectDeleted', data: { author }, run: run?.run ?? 0 }];
}

/** People are told that it is gone; what a late driver or a preview still has to say is dropped. @throws ProjectGone */
export function decideForDeleted({ projectId }: ProjectState, command: Command): readonly [] {
  const isLate = 'epoch' in command || command.type === 'AttachDriver' || command.type.startsWith('Report');
  if (isLate) return [];
  throw new ProjectGone(projectId);
}
