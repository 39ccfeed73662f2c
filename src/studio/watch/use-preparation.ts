import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http.js';
import { useProject } from '../project/use-project.js';
import { currentRun } from '../state/project-state.js';

const ASKED_EVERY_MS = 1_500;

interface Health {
  readonly checks?: { readonly preview?: { readonly step?: string } };
}

/** What the service is doing to get its preview ready: a first run waits for that, but no event reports it. Null: nothing. */
export function usePreparation(): string | null {
  const isWaiting = useProject(({ state }) => {
    const run = currentRun(state);
    return run?.status === 'active' && run.stages.installing_deps?.state === 'running';
  });
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => get<Health>('/health', { signal }),
    enabled: isWaiting,
    refetchInterval: ASKED_EVERY_MS,
    staleTime: 0,
    // The connection's own light says that the service is away.
    retry: false,
  });
  return isWaiting ? (health.data?.checks?.preview?.step ?? null) : null;
}
