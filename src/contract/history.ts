import { z } from 'zod';
import { previewUrls } from './preview.js';
import { fileProblem } from './texts.js';

const version = z.object({
  kind: z.enum(['run', 'revision', 'fork', 'edit', 'restore']),
  seq: z.int().describe('The moment to look at, restore or fork.'),
  first_seq: z.int(),
  run: z.int(),
  title: z.string().nullable().describe('The prompt or the instruction; null for edits and restores.'),
  authors: z.array(z.string()),
  at: z.iso.datetime(),
  ended_at: z.iso.datetime(),
  files: z.array(z.string()),
  to_seq: z.int().nullable(),
});
export type ProjectVersion = z.infer<typeof version>;

/** `GET /api/v1/projects/:project_id/versions`. */
export const versionsBody = z.object({
  versions: z.array(version).describe('Newest first.'),
  past_preview_url: z
    .string()
    .describe(
      'Where the app runs as it was after any event; `{seq}` stands for that event. It is rebuilt when somebody opens it.',
    ),
});
export type Versions = z.infer<typeof versionsBody>;

/** `GET /api/v1/projects/:project_id/versions/:seq/preview`. */
export const momentBody = z.object({ preview_url: z.string(), preview_urls: previewUrls });
export type MomentAddresses = z.infer<typeof momentBody>;

const fileDiff = z.object({
  path: z.string(),
  status: z.enum(['added', 'deleted', 'modified']),
  additions: z.int(),
  deletions: z.int(),
  patch: z.string().nullable().describe('Unified; null if a version is binary or they differ too much to compare.'),
});
export type FileDiff = z.infer<typeof fileDiff>;

/** `GET /api/v1/projects/:project_id/diff`. */
export const diffBody = z.object({ from: z.int(), to: z.int(), files: z.array(fileDiff) });
export type Diff = z.infer<typeof diffBody>;

/** `POST /api/v1/projects/:project_id/restore`. */
export const restoreBody = z.object({ project_id: z.string(), seq: z.int(), files: z.int() });
export type Restored = z.infer<typeof restoreBody>;

/** `POST /api/v1/projects/:project_id/fork`. */
export const forkBody = z.object({
  project_id: z.string(),
  from: z.object({ project_id: z.string(), seq: z.int() }),
  message: z.string(),
  websocket_url: z.string(),
});
export type Forked = z.infer<typeof forkBody>;

const conflict = z.object({
  seq: z.int().describe('Of the event that reports it; this is the conflict’s name.'),
  path: z.string(),
  author: z.string().describe('Who wrote the other version.'),
  places: z.array(z.object({ from_line: z.int(), to_line: z.int() })).describe('Lines of `mine`, from 1.'),
  mine: z.string().describe('The file as it stayed.'),
  theirs: z.string().describe('The same file with the other version’s lines in their places.'),
});
export type FileConflict = z.infer<typeof conflict>;

/** `GET /api/v1/projects/:project_id/conflicts`. */
export const conflictsBody = z.object({ conflicts: z.array(conflict) });
export type Conflicts = z.infer<typeof conflictsBody>;

/** `POST /api/v1/projects/:project_id/conflicts/:conflict`. */
export const resolvedBody = z.object({
  problems: z.array(fileProblem).describe('Why the text cannot be written to the file yet; empty if it can.'),
});
export type Resolved = z.infer<typeof resolvedBody>;
