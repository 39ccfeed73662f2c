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
