import { queryOptions } from '@tanstack/react-query';
import type { Versions } from '../../contract/history.js';
import { get } from '../api/http.js';
import type { Frame } from './history.js';
import { routeOf } from './route-of.js';

/** Where the project's past versions run. */
export function pastAddress(projectId: string) {
  return queryOptions({
    queryKey: ['project', projectId, 'past-address'],
    queryFn: ({ signal }) => get<Versions>(`/api/v1/projects/${projectId}/versions`, { signal }),
    select: ({ past_preview_url }) => past_preview_url,
    staleTime: Infinity,
  });
}

export function pastUrl(pattern: string, frame: Frame): string {
  return pattern.replace('{seq}', String(frame.seq)) + routeOf(frame);
}
