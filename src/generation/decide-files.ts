import type { ChangeFiles, ForkProject, RestoreFiles } from './commands.js';
import { FileChanged, ProjectExists, ProjectNotFound, RunStillActive } from './errors.js';
import type { FileRef, GenerationEvent } from './events.js';
import { dueStages, startOf } from './due-stages.js';
import { evolve, newProject, type ProjectState } from './state.js';

type Files = ProjectState['files'];

/** @throws ProjectNotFound, FileChanged */
export function changeFiles(state: ProjectState, command: ChangeFiles): readonly GenerationEvent[] {
  if (state.seq === 0) throw new ProjectNotFound(state.projectId);
  for (const [path, sha256] of Object.entries(command.expected)) {
    const now = state.files[path]?.sha256 ?? null;
    if (now !== sha256) throw new FileChanged(path, now);
  }
  const { written, removed, renamed, authors } = command;
  const [author = 'anonymous'] = authors;
  const facts = filesBecome(state.files, written, removed, { author, ...(authors.length > 1 && { authors }) });
  return renamed && facts.length > 0 ? [{ type: 'FileRenamed', data: { ...renamed, author } }, ...facts] : facts;
}

/** @throws ProjectNotFound, RunStillActive */
export function restoreFiles(state: ProjectState, command: RestoreFiles): readonly GenerationEvent[] {
  const { toSeq, files, plan, author } = command;
  if (state.seq === 0) throw new ProjectNotFound(state.projectId);
  if (state.run?.status === 'active') throw new RunStillActive(state.projectId, 'before you restore an earlier state');
  const kept = new Set(files.map(({ path }) => path));
  const removed = Object.keys(state.files).filter((path) => !kept.has(path));
  const facts = filesBecome(state.files, files, removed, { author });
  if (facts.length === 0) return [];
  return [{ type: 'Restored', data: { to_seq: toSeq, author, ...(plan && { plan }) } }, ...facts];
}

/** The files, and a run that has only to show them: what the app was made by is done. @throws ProjectExists */
export function forkProject(state: ProjectState, command: ForkProject): readonly GenerationEvent[] {
  if (state.seq > 0) throw new ProjectExists(state.projectId);
  const { origin, files, author, userId } = command;
  const forked: GenerationEvent = {
    type: 'Forked',
    data: { ...origin, ...(userId !== undefined && { user_id: userId }) },
  };
  const { run } = evolve(newProject(state.projectId), { ...forked, seq: 1, run: 1, at: EPOCH });
  return [forked, ...filesBecome({}, files, [], { author }), ...startOf(dueStages(run?.stages ?? {}))];
}

/** Any time will do: which stages are due does not depend on it. */
const EPOCH = new Date(0).toISOString();

/** The facts that make `files` what is wanted; none for a file that is so already. */
function filesBecome(
  files: Files,
  written: readonly (FileRef & { readonly edit_version?: number })[],
  removed: readonly string[],
  by: { readonly author: string; readonly authors?: readonly string[] },
): readonly GenerationEvent[] {
  const changed = written.filter(({ path, sha256 }) => files[path]?.sha256 !== sha256);
  return [
    ...changed.map(({ path, sha256, bytes, edit_version }): GenerationEvent => {
      const base = files[path]?.sha256;
      const version = edit_version === undefined ? {} : { edit_version };
      return {
        type: 'FileWritten',
        data: { path, sha256, bytes, ...by, ...(base !== undefined && { base_sha256: base }), ...version },
      };
    }),
    ...removed.flatMap((path): GenerationEvent[] => {
      const base = files[path];
      return base ? [{ type: 'FileDeleted', data: { path, base_sha256: base.sha256 } }] : [];
    }),
  ];
}
