import { useSyncExternalStore } from 'react';

const KEY = 'firstlight.admin-token';
const listeners = new Set<() => void>();

/** ADMIN_TOKEN of the service, as this tab was told; empty: it was not. */
export function useAdminToken(): string {
  return useSyncExternalStore(subscribe, adminToken);
}

export function adminToken(): string {
  return sessionStorage.getItem(KEY) ?? '';
}

export function keepAdminToken(token: string): void {
  sessionStorage.setItem(KEY, token);
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
