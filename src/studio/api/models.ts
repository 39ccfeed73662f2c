import { queryOptions } from '@tanstack/react-query';
import { del, get, put } from './http.js';

/** `plan`: the model makes the plan, and rules write the code. */
type Writes = 'plan' | 'code';

/** Who writes the apps, and who could: models that answer on this machine. */
export interface Models {
  readonly chosen: {
    readonly base_url: string;
    readonly model: string;
    readonly writes: Writes;
    readonly by: 'settings' | 'person';
  } | null;
  readonly found: readonly {
    readonly name: string;
    readonly base_url: string;
    readonly models: readonly { readonly name: string; readonly writes: Writes }[];
  }[];
}

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
