import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Ballot, Experiment, ExperimentList, ExperimentRequest, Started } from '../../contract/experiments.js';
import type { ModelNames } from '../../contract/models.js';
import type { EstimateAnswer } from '../../contract/run.js';
import { get, post } from '../api/http.js';

const PATH = '/api/v1/experiments';
const WHILE_RUNNING_MS = 1_500;

export function experimentsQuery() {
  return infiniteQueryOptions({
    queryKey: ['experiments'],
    queryFn: ({ pageParam, signal }) =>
      get<ExperimentList>(`${PATH}?limit=20${pageParam === null ? '' : `&cursor=${pageParam}`}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

/** Asked again and again until the last run has ended. */
export function experimentQuery(id: string) {
  return queryOptions({
    queryKey: ['experiment', id],
    queryFn: ({ signal }) => get<Experiment>(`${PATH}/${id}`, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.status === 'running' || isRunUnderWay(data) ? WHILE_RUNNING_MS : false,
  });
}

/** What this person votes on, in an order that is this person's. @param ended runs: the ballot changes with them */
export function ballotQuery(id: string, person: string, ended: number) {
  return queryOptions({
    queryKey: ['ballot', id, person, ended],
    queryFn: ({ signal }) => get<Ballot>(`${PATH}/${id}/ballot?user_id=${encodeURIComponent(person)}`, { signal }),
    // Not that of another experiment or person: it may have been voted on.
    placeholderData: (before: Ballot | undefined, query) =>
      query?.queryKey[1] === id && query.queryKey[2] === person ? before : undefined,
  });
}

/** Null: the server does not tell, and any name may be tried. */
export function modelNamesQuery() {
  return queryOptions({
    queryKey: ['model-names'],
    queryFn: ({ signal }) => get<ModelNames>('/api/v1/models/names', { signal }),
    select: ({ models }) => models,
  });
}

/** Null: rules write, and nothing is paid for. */
export function armEstimateQuery(prompt: string, model: string) {
  return queryOptions({
    queryKey: ['estimate', prompt, model],
    queryFn: ({ signal }) => post<EstimateAnswer>('/api/v1/estimate', { prompt, ...(model && { model }) }, { signal }),
    select: ({ estimate }) => estimate,
    staleTime: Infinity,
  });
}

export function startExperiment(experiment: ExperimentRequest): Promise<Started> {
  return post(PATH, experiment);
}

export function vote(id: string, arm: string, person: string): Promise<void> {
  return post(`${PATH}/${id}/votes`, { arm, user_id: person });
}

export function control(id: string, what: 'suspend' | 'resume' | 'cancel'): Promise<void> {
  return post(`${PATH}/${id}/${what}`);
}

function isRunUnderWay(experiment: Experiment | undefined): boolean {
  return experiment?.arms.some(({ runs }) => runs.some(({ status }) => status === 'running')) ?? false;
}
