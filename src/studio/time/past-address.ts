import { queryOptions } from '@tanstack/react-query';
import type { MomentAddresses, Versions } from '../../contract/history.js';
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

/** Every address of one moment, for a browser that does not find the first. */
export function momentAddresses(projectId: string, seq: number) {
  return queryOptions({
    queryKey: ['project', projectId, 'moment', seq],
    queryFn: ({ signal }) => get<MomentAddresses>(`/api/v1/projects/${projectId}/versions/${seq}/preview`, { signal }),
    select: ({ preview_urls }) => preview_urls,
  });
}

export function pastUrl(pattern: string, frame: Frame): string {
  return pattern.replace('{seq}', String(frame.seq)) + routeOf(frame);
}
