import { z } from 'zod';

/** A file version: its content is the blob with this hash. */
export const fileRef = z.object({
  path: z.string().describe('POSIX, below the project’s folder.'),
  sha256: z.string().describe('Of the content, in lower-case hex.'),
  bytes: z.int(),
});
export type FileRef = z.infer<typeof fileRef>;

/** What a picture is for: the app's icon, or what is shown while the app starts. */
export const assetKind = z.enum(['icon', 'splash']);
export type AssetKind = z.infer<typeof assetKind>;

/** Who made a picture: the blueprint by rules (`generated`), or an image model. */
export const assetOrigin = z.enum(['generated', 'model']);
export type AssetOrigin = z.infer<typeof assetOrigin>;

const fileVersion = z.object({ path: z.string(), sha256: z.string(), bytes: z.int() });
const writtenSeq = z.int().describe('The event that wrote this version.');

/** `GET /api/v1/projects/:project_id/files`. */
export const fileListBody = z.object({
  files: z.array(
    fileVersion.extend({
      author: z.string(),
      run: z.int(),
      seq: writtenSeq,
      updated_at: z.iso.datetime(),
    }),
  ),
});
export type FileList = z.infer<typeof fileListBody>;

/** `PUT /api/v1/projects/:project_id/files/<path>`, and `POST …/renames`. */
export const writtenBody = fileVersion.extend({ seq: writtenSeq });
export type WrittenBody = z.infer<typeof writtenBody>;
