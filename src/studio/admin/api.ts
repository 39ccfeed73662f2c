import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AdminRuns } from '../../contract/admin/runs.js';
import type { Live, Stats } from '../../contract/admin/stats.js';
import type { WaterfallBody } from '../../contract/admin/waterfall.js';
import { del, get, post, send } from '../api/http.js';
import { adminToken } from './admin-token.js';

const PATH = '/api/v1/admin';
const PAGE = 50;
const LIVE_MS = 2_000;
const DAY_MS = 86_400_000;

/** All of these are asked again with another token. */
const key = (token: string, ...more: readonly unknown[]) => ['admin', token, ...more] as const;

export function runsQuery(token: string, filter: string) {
  return infiniteQueryOptions({
    queryKey: key(token, 'runs', filter),
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(filter);
      page.set('limit', String(PAGE));
      if (pageParam !== null) page.set('cursor', pageParam);
      return get<AdminRuns>(`${PATH}/runs?${page.toString()}`, asAdmin({ signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

export function waterfallQuery(token: string, project: string, run: string) {
  return queryOptions({
    queryKey: key(token, 'run', project, run),
    queryFn: ({ signal }) => get<WaterfallBody>(`${PATH}/runs/${project}/${run}`, asAdmin({ signal })),
    refetchInterval: ({ state: { data } }) => (data?.run.status === 'active' ? LIVE_MS : false),
  });
}

export function statsQuery(token: string, days: number) {
  return queryOptions({
    queryKey: key(token, 'stats', days),
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - days * DAY_MS).toISOString();
      return get<Stats>(`${PATH}/stats?from=${from}`, asAdmin({ signal }));
    },
    placeholderData: (before) => before,
  });
}

export function liveQuery(token: string) {
  return queryOptions({
    queryKey: key(token, 'live'),
    queryFn: ({ signal }) => get<Live>(`${PATH}/live`, asAdmin({ signal })),
    refetchInterval: LIVE_MS,
  });
}

/** Ends what the project's run does, or begins it again. */
export function actOnRun(project: string, what: 'cancel' | 'retry'): Promise<void> {
  return post(`/api/v1/projects/${project}/${what}`, {}, asAdmin());
}

export function suspendPreview(project: string): Promise<{ readonly suspended: boolean }> {
  return post(`${PATH}/projects/${project}/suspend`, undefined, asAdmin());
}

/** For good. */
export function deleteProject(project: string): Promise<void> {
  return del(`/api/v1/projects/${project}`, asAdmin());
}

export function exportPath(filter: string, format: 'csv' | 'json'): string {
  const asked = new URLSearchParams(filter);
  asked.set('format', format);
  return `${PATH}/runs/export?${asked.toString()}`;
}

/** The same where a token is needed, which a link cannot carry. */
export async function exported(filter: string, format: 'csv' | 'json'): Promise<Blob> {
  return (await send(exportPath(filter, format), asAdmin())).blob();
}

function asAdmin(init: RequestInit = {}): RequestInit {
  const token = adminToken();
  return token === '' ? init : { ...init, headers: { authorization: `Bearer ${token}` } };
}
