import { z } from 'zod';
import type { ModelAddress } from '../model-servers.port.js';
import { openAiClient } from './idempotent-client.js';

/** Somebody waits for the answer. */
const LIST_MS = 5_000;

const list = z.object({ data: z.array(z.object({ id: z.string().min(1) })).min(1) });

/** The names that `GET <baseUrl>/models` gives; undefined where the server gives none, which many do. */
export async function listedModels({
  baseUrl,
  apiKey,
}: Pick<ModelAddress, 'baseUrl' | 'apiKey'>): Promise<readonly string[] | undefined> {
  try {
    const answered: unknown = await openAiClient({ baseUrl, apiKey, timeoutMs: LIST_MS }).get('/models');
    return list.safeParse(answered).data?.data.map(({ id }) => id);
  } catch {
    return undefined;
  }
}
