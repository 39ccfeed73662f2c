import { queryOptions } from '@tanstack/react-query';
import type { ReviseRequest } from '../../contract/requests.js';
import { get, post } from './http.js';

/** A file of `GET …/diff`. */
export interface FileDiff {
  readonly path: string;
  readonly status: 'added' | 'deleted' | 'modified';
  readonly additions: number;
  readonly deletions: number;
  /** Unified; null where a version is binary, or they differ too much. */
  readonly patch: string | null;
}

/** What differs between two moments; the past does not change. */
export function diffQuery(id: string, from: number, to: number) {
  return queryOptions({
    queryKey: ['diff', id, from, to],
    queryFn: ({ signal }) =>
      get<{ files: readonly FileDiff[] }>(`/api/v1/projects/${id}/diff?from=${from}&to=${to}`, { signal }),
    staleTime: Infinity,
  });
}

/** Where it has to wait, `queued` says where. */
export function revise(
  id: string,
  request: ReviseRequest,
): Promise<{ queued?: { revision: number; position: number } }> {
  return post(`/api/v1/projects/${id}/revise`, request);
}

/** The files become again what they were after `seq`. */
export function restore(id: string, seq: number): Promise<{ seq: number }> {
  return post(`/api/v1/projects/${id}/restore`, { to_seq: seq });
}

/** Puts the other's lines in the place of the person's, or leaves those. */
export function resolveConflict(id: string, conflict: number, take: boolean): Promise<unknown> {
  return post(`/api/v1/projects/${id}/conflicts/${conflict}`, { take });
}
