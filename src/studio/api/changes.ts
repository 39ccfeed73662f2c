import { queryOptions } from '@tanstack/react-query';
import type { Diff, Resolved, Restored } from '../../contract/history.js';
import type { ReviseRequest } from '../../contract/requests.js';
import type { RevisedBody } from '../../contract/status.js';
import { get, post } from './http.js';

/** What differs between two moments; the past does not change. */
export function diffQuery(id: string, from: number, to: number) {
  return queryOptions({
    queryKey: ['diff', id, from, to],
    queryFn: ({ signal }) => get<Diff>(`/api/v1/projects/${id}/diff?from=${from}&to=${to}`, { signal }),
    staleTime: Infinity,
  });
}

/** Where it has to wait, `queued` says where. */
export function revise(id: string, request: ReviseRequest): Promise<RevisedBody> {
  return post(`/api/v1/projects/${id}/revise`, request);
}

/** Who acts, in which project. */
export interface Person {
  readonly id: string;
  readonly userId: string;
}

/** The files become again what they were after `seq`. */
export function restore({ id, userId }: Person, seq: number): Promise<Restored> {
  return post(`/api/v1/projects/${id}/restore`, { to_seq: seq, user_id: userId });
}

/** Puts the other's lines in the place of the person's, or leaves those. */
export function resolveConflict({ id, userId }: Person, conflict: number, take: boolean): Promise<Resolved> {
  return post(`/api/v1/projects/${id}/conflicts/${conflict}`, { take, user_id: userId });
}
