import { queryOptions } from '@tanstack/react-query';
import type { Models } from '../../contract/models.js';
import { del, get, put } from './http.js';

export function modelsQuery() {
  return queryOptions({
    queryKey: ['models'],
    queryFn: ({ signal }) => get<Models>('/api/v1/models', { signal }),
  });
}

export function chooseModel(base_url: string, model: string): Promise<Models> {
  return put('/api/v1/models/chosen', { base_url, model });
}

export function takeChoiceBack(): Promise<Models> {
  return del('/api/v1/models/chosen');
}
