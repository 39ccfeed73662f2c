import { z } from 'zod';
import type { FoundModel, FoundServer } from './model-servers.port.js';
import { parametersIn } from './parameters-in.js';

/** Server names by the owner that a server reports for its models. */
const BY_OWNER: Readonly<Record<string, string>> = {
  llamacpp: 'llama.cpp',
  organization_owner: 'LM Studio',
  vllm: 'vLLM',
};

/** A missing server is noticed at once; a busy one may take a moment. */
const LOOK_MS = 5_000;
/** A longer list is not a list of models. */
const MAX_MODELS = 200;

const modelList = z.object({
  data: z
    .array(
      z.object({
        id: z.string().min(1),
        owned_by: z.string().nullish(),
        meta: z.object({ n_params: z.number().optional() }).nullish(),
      }),
    )
    .max(MAX_MODELS),
});

const ollamaTags = z.object({
  models: z.array(
    z.object({ name: z.string(), details: z.object({ parameter_size: z.string().optional() }).nullish() }),
  ),
});

/** The servers at `addresses` that answer with a list of models, and have one that writes. */
export async function findServers(addresses: readonly string[]): Promise<readonly FoundServer[]> {
  const found = await Promise.all(addresses.map((baseUrl) => serverAt(baseUrl)));
  return found.flatMap((server) => (server && server.models.length > 0 ? [server] : []));
}

async function serverAt(baseUrl: string): Promise<FoundServer | undefined> {
  const [list, tags] = await Promise.all([
    answerOf(`${baseUrl}/models`),
    // Only Ollama has this besides OpenAI's protocol; it shows how large its models are.
    answerOf(`${new URL(baseUrl).origin}/api/tags`),
  ]);
  const listed = modelList.safeParse(list);
  if (!listed.success) return undefined;
  const { data } = listed.data;
  const ollama = ollamaTags.safeParse(tags);
  const name = ollama.success ? 'Ollama' : (BY_OWNER[data[0]?.owned_by ?? ''] ?? baseUrl);
  const sizes = sizesOf(ollama.data);
  const models = data
    .filter(({ id }) => !/embed|rerank|whisper|tts/i.test(id))
    .map(({ id, meta }): FoundModel => {
      const counted = meta?.n_params === undefined ? undefined : Math.round(meta.n_params / 1e7) / 100;
      return { name: id, parameters: sizes.get(id) ?? counted ?? parametersIn(id) };
    });
  return { name, baseUrl, models };
}

function sizesOf(tags: z.infer<typeof ollamaTags> | undefined): ReadonlyMap<string, number> {
  return new Map(
    (tags?.models ?? []).flatMap(({ name, details }) => {
      const parameters = parametersIn(details?.parameter_size ?? '');
      return parameters === null ? [] : [[name, parameters] as const];
    }),
  );
}

/** JSON, or undefined where nobody, or somebody else, answers. */
async function answerOf(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(LOOK_MS), redirect: 'error' });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
