import { queryOptions } from '@tanstack/react-query';
import { get } from './http.js';

/** A row of `GET /api/v1/projects`. */
export interface ProjectRow {
  readonly project_id: string;
  readonly app_name: string | null;
  readonly prompt: string | null;
  readonly status: string;
  readonly created_at: string;
}

const RECENT = 12;

export function recentProjects() {
  return queryOptions({
    queryKey: ['projects', 'recent'],
    queryFn: ({ signal }) => get<{ projects: readonly ProjectRow[] }>(`/api/v1/projects?limit=${RECENT}`, { signal }),
  });
}
