import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './http.js';

const TRIES_WHILE_AWAY = 5;

/** What the service answered, kept while somebody looks at it. A refusal is not asked again; a service that is away is. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) =>
        error instanceof ApiError && (error.status === 0 || error.status === 503) && failures < TRIES_WHILE_AWAY,
    },
  },
});
