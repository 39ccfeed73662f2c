import type {
  ChangeFiles,
  ForkProject,
  RecordFiles,
  ReportConflict,
  ResolveConflict,
  RestoreFiles,
} from './commands.js';
import { ConflictNotFound, FileChanged, ProjectExists, ProjectNotFound, RunStillActive } from './errors.js';
import type { FileRef, GenerationEvent } from './events.js';
import { type FileConflict, isPerson } from './people-edits.js';
import { dueStages, startOf } from './due-stages.js';
import { evolve, newProject, type ProjectState } from './state.js';

type Files = ProjectState['files'];

/** @throws ProjectNotFound, FileChanged */
export function changeFiles(state: ProjectState, command: ChangeFiles): readonly GenerationEvent[] {
  if (state.seq === 0) throw new ProjectNotFound(state.projectId);
  requireUnchanged(state.files, command.expected);
  const { written, removed, renamed, authors } = command;
  const [author = 'anonymous'] = authors;
  const facts = filesBecome(state.files, written, removed, { author, ...(authors.length > 1 && { authors }) });
  return renamed && facts.length > 0 ? [{ type: 'FileRenamed', data: { ...renamed, author } }, ...facts] : facts;
}

/**
 * Records what a run wrote, together with people's changes in it.
 * @throws FileChanged if a person changed a file first
 */
export function recordFiles(state: ProjectState, command: RecordFiles): readonly GenerationEvent[] {
  const { files, removed, expected = {}, conflicts = [], author } = command;
  requireUnchanged(state.files, expected);
  const facts = filesBecome(state.files, files, removed, { author });
  const conflicted = conflicts
    .filter((conflict) => !isKnown(state, { ...conflict, author }))
    .map((conflict): GenerationEvent => ({ type: 'FileConflicted', data: { ...conflict, author } }));
  const screens = command.screens
    .filter(({ screen }) => !state.run?.screens.includes(screen))
    .map((data): GenerationEvent => ({ type: 'ScreenAdded', data }));
  return [...facts, ...conflicted, ...screens];
}

export function reportConflict(state: ProjectState, conflict: ReportConflict['conflict']): readonly GenerationEvent[] {
  return isKnown(state, conflict) ? [] : [{ type: 'FileConflicted', data: conflict }];
}

/** @throws ConflictNotFound */
export function resolveConflict(
  { projectId, conflicts }: ProjectState,
  { conflict, how, author }: ResolveConflict,
): readonly GenerationEvent[] {
  const open = conflicts.find(({ seq }) => seq === conflict);
  if (!open) throw new ConflictNotFound(projectId, conflict);
  return [{ type: 'ConflictResolved', data: { conflict, path: open.path, how, author } }];
}

function isKnown({ conflicts }: ProjectState, conflict: FileConflict): boolean {
  const isSame = ({ path, of_seq, theirs_sha256, mine_sha256 }: FileConflict): boolean =>
    path === conflict.path &&
    (of_seq === undefined
      ? theirs_sha256 === conflict.theirs_sha256 && mine_sha256 === conflict.mine_sha256
      : of_seq === conflict.of_seq);
  return conflicts.some(isSame);
}

function requireUnchanged(files: Files, expected: Readonly<Record<string, string | null>>): void {
  for (const [path, sha256] of Object.entries(expected)) {
    const now = files[path]?.sha256 ?? null;
    if (now !== sha256) throw new FileChanged(path, now);
  }
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

/** Records the files, and a run that only has to show them: the stages that made the app count as done. @throws ProjectExists */
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

/** Any time works: which stages are due does not depend on it. */
const EPOCH = new Date(0).toISOString();

/** The facts that turn `files` into the wanted ones; none for a file that already matches. */
function filesBecome(
  files: Files,
  written: readonly (FileRef & { readonly edit_version?: number; readonly meant_sha256?: string })[],
  removed: readonly string[],
  by: { readonly author: string; readonly authors?: readonly string[] },
): readonly GenerationEvent[] {
  const changed = written.filter(({ path, sha256 }) => files[path]?.sha256 !== sha256);
  return [
    ...changed.map(({ path, sha256, bytes, edit_version, meant_sha256 }): GenerationEvent => {
      const base = files[path]?.sha256;
      const version = {
        ...(edit_version !== undefined && { edit_version }),
        ...(meant_sha256 !== undefined && { meant_sha256 }),
      };
      return {
        type: 'FileWritten',
        data: { path, sha256, bytes, ...by, ...(base !== undefined && { base_sha256: base }), ...version },
      };
    }),
    ...removed.flatMap((path): GenerationEvent[] => {
      const base = files[path];
      const person = isPerson(by.author) ? { author: by.author } : {};
      return base ? [{ type: 'FileDeleted', data: { path, base_sha256: base.sha256, ...person } }] : [];
    }),
  ];
}
