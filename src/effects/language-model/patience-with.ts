import { isOnThisMachine } from './openai/model-fetch.js';
import type { Patience } from './openai/watchdog.js';

const IDLE_MS = 90_000;
const TOTAL_MS = 300_000;
/** A model that runs only on a processor reads about twenty tokens a second, and its server sends nothing meanwhile. */
const LOCAL_FIRST_BYTE_MS = 600_000;
const LOCAL_TOTAL_MS = 900_000;

/** How long a server is waited for: as it was set, else longer where it is on this machine. */
export function patienceWith(
  baseUrl: string,
  set: { readonly idleMs: number | undefined; readonly totalMs: number | undefined },
): Patience {
  const isLocal = isOnThisMachine(baseUrl);
  return {
    idleMs: set.idleMs ?? IDLE_MS,
    firstByteMs: set.idleMs ?? (isLocal ? LOCAL_FIRST_BYTE_MS : IDLE_MS),
    totalMs: set.totalMs ?? (isLocal ? LOCAL_TOTAL_MS : TOTAL_MS),
  };
}
