import { queryOptions } from '@tanstack/react-query';
import type { Conflicts, Versions } from '../../contract/history.js';
import type { WrittenBody } from '../../contract/files.js';
import { get, post, send } from '../api/http.js';

/** A file's content, and the version that it is of. */
export interface Content {
  readonly bytes: Blob;
  readonly etag: string;
}

export function fileUrl(id: string, path: string, at?: number): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `/api/v1/projects/${id}/files/${encoded}${at === undefined ? '' : `?at=${at}`}`;
}

/** @throws ApiError */
export async function readFile(id: string, path: string, at?: number): Promise<Content> {
  const answer = await send(fileUrl(id, path, at));
  return { bytes: await answer.blob(), etag: answer.headers.get('etag') ?? '*' };
}

/** Whose project it is changed in, and by whom. */
export interface Signed {
  readonly id: string;
  readonly userId: string;
}

/** @param etag of the version that it takes the place of; undefined: the file is new. @throws ApiError */
export async function writeFile(by: Signed, path: string, content: Blob | string, etag?: string): Promise<void> {
  const condition: Record<string, string> = etag === undefined ? { 'if-none-match': '*' } : { 'if-match': etag };
  const headers = { 'content-type': 'application/octet-stream', ...condition };
  await send(signed(by, fileUrl(by.id, path)), { method: 'PUT', body: content, headers });
}

/** @throws ApiError */
export async function deleteFile(by: Signed, path: string, etag: string): Promise<void> {
  await send(signed(by, fileUrl(by.id, path)), { method: 'DELETE', headers: { 'if-match': etag } });
}

/** @throws ApiError */
export function renameFile(by: Signed, from: string, to: string): Promise<WrittenBody> {
  return post(signed(by, `/api/v1/projects/${by.id}/renames`), { from, to });
}

function signed({ userId }: Signed, url: string): string {
  return `${url}?${new URLSearchParams({ user_id: userId }).toString()}`;
}

/** @param seq of the file's version now: what is kept under another one is not asked for again */
export function fileTextQuery(id: string, path: string, seq: number | undefined, at?: number) {
  return queryOptions({
    queryKey: ['file-text', id, path, at ?? seq],
    queryFn: async () => (await readFile(id, path, at)).bytes.text(),
    staleTime: Infinity,
  });
}

/** What became of the project, newest first. @param seq as above */
export function versionsQuery(id: string, seq: number | undefined) {
  return queryOptions({
    queryKey: ['versions', id, seq],
    queryFn: ({ signal }) => get<Versions>(`/api/v1/projects/${id}/versions`, { signal }),
    select: ({ versions }) => versions,
  });
}

/** @param open the open conflicts in the log */
export function conflictsQuery(id: string, open: readonly number[]) {
  return queryOptions({
    queryKey: ['conflicts', id, open],
    queryFn: ({ signal }) => get<Conflicts>(`/api/v1/projects/${id}/conflicts`, { signal }),
    enabled: open.length > 0,
    select: ({ conflicts }) => conflicts,
  });
}
