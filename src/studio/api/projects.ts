import { queryOptions } from '@tanstack/react-query';
import type { ProjectList } from '../../contract/projects.js';
import { get } from './http.js';

const RECENT = 12;

export function recentProjects() {
  return queryOptions({
    queryKey: ['projects', 'recent'],
    queryFn: ({ signal }) => get<ProjectList>(`/api/v1/projects?limit=${RECENT}`, { signal }),
  });
}
