import { useNavigate } from 'react-router';
import { ApiError } from '../api/http.js';
import { useProjectStore } from '../project/use-project.js';
import { toast } from '../ui/toasts.js';
import { starterOf } from './file-kind.js';
import { deleteFile, readFile, renameFile, type Signed, writeFile } from './files-api.js';

export interface FileActions {
  /** @throws ApiError */
  readonly create: (path: string) => Promise<void>;
  /** @throws ApiError */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Says itself what did not work. */
  readonly remove: (path: string) => Promise<void>;
  /** The file as it was after that message of the log, again. Says itself what did not work. */
  readonly bringBack: (path: string, at: number) => Promise<void>;
}

/** What can be done with whole files; what takes something away can be undone. */
export function useFileActions(): FileActions {
  const store = useProjectStore();
  const { id } = store;
  const navigate = useNavigate();
  const show = (path: string): void => void navigate(codePath(id, path));
  return {
    async create(path) {
      await writeFile(store, path, starterOf(path));
      show(path);
    },
    async rename(from, to) {
      await renameFile(store, from, to);
      toast(`Renamed to ${to}`, { undo: () => void told(renameFile(store, to, from)) });
    },
    async remove(path) {
      await told(removeFile(store, path));
    },
    async bringBack(path, at) {
      await told(readFile(id, path, at).then(({ bytes }) => writeFile(store, path, bytes)));
    },
  };
}

export function codePath(id: string, path: string, line?: number): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `/p/${id}/code/${encoded}${line === undefined ? '' : `?line=${line}`}`;
}

/** What is deleted is what was read, so that it can be brought back whole. */
async function removeFile(by: Signed, path: string): Promise<void> {
  const { bytes, etag } = await readFile(by.id, path);
  await deleteFile(by, path, etag);
  toast(`Deleted ${path}`, { undo: () => void told(writeFile(by, path, bytes)) });
}

/** Shows what did not work, in the service's words. */
async function told(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toast([error.message, error.suggestion].filter(Boolean).join(' '), { tone: 'bad' });
  }
}
