import type { BlobStore } from '../event-store/blob-store.port.js';
import type { AppFile } from '../generation/app-files.js';
import type { ProjectState } from '../generation/state.js';

/** The project's files as the log has them, with their contents. */
export async function contentsOf({ files }: ProjectState, blobs: BlobStore): Promise<readonly AppFile[]> {
  const refs = Object.values(files);
  const contents = await blobs.get(refs.map(({ sha256 }) => sha256));
  return refs.map(({ path }, index) => ({ path, content: contents[index] ?? Buffer.alloc(0) }));
}
