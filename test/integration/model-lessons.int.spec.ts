import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ModelError, type ModelRequest } from '../../src/effects/language-model/language-model.port.js';
import { OpenAiLanguageModel } from '../../src/effects/language-model/openai/openai-language-model.js';
import { Turns } from '../../src/effects/language-model/turns.js';
import { chunk, DONE, event, type ModelServer, modelServer, stream } from '../support/model-server.js';

const REQUEST: ModelRequest = {
  messages: [
    { role: 'system', content: 'You plan.' },
    { role: 'system', content: 'As JSON.' },
    { role: 'user', content: 'An app.' },
  ],
  schema: { name: 'plan', schema: { type: 'object' } },
  maxOutputTokens: 8_000,
  idempotencyKey: 'k',
};

type Api = 'chat' | 'responses';
type Body = Readonly<Record<string, unknown>>;

let server: ModelServer | undefined;

afterEach(async () => {
  await server?.close();
});

/** A server that refuses what `refusal` says something about, with status 400, or 200 where `isWell`. */
async function modelOf(api: Api, refusal: (body: Body) => string | undefined, isWell = false) {
  server = await modelServer((response, { body }) => {
    const message = refusal(body);
    if (message === undefined) {
      const done = { object: 'response', model: 'm', status: 'completed' };
      stream(response).end(
        api === 'chat'
          ? chunk({ content: 'Well.' }) + chunk({}, 'stop') + DONE
          : event({ type: 'response.output_text.delta', delta: 'Well.' }) +
              event({ type: 'response.completed', response: done }),
      );
    } else {
      response.writeHead(isWell ? 200 : 400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message } }));
    }
  });
  return new OpenAiLanguageModel({
    model: 'served',
    baseUrl: server.url,
    api,
    patience: { idleMs: 20_000, totalMs: 30_000 },
    turns: new Turns(8),
  });
}

/** Asks as the stages do: again at once for as long as something was learnt. */
async function asked(model: OpenAiLanguageModel): Promise<string> {
  for (;;) {
    try {
      return (await model.answer(REQUEST, { signal: new AbortController().signal })).text;
    } catch (error) {
      if (!(error instanceof ModelError) || error.code !== 'model_parameter') throw error;
    }
  }
}

const messagesOf = (body: Body) => (body['messages'] ?? body['input']) as { role: string; content: string }[];
const isStrict = (body: Body): boolean => 'response_format' in body || 'text' in body;
const limitOf = (body: Body) => Number(body['max_tokens'] ?? body['max_output_tokens']);

describe.each<Api>(['chat', 'responses'])('what a server refuses through the %s API', (api) => {
  it.each<[string, (body: Body) => string | undefined, (last: Body) => void]>([
    [
      'a system role',
      (body) => (messagesOf(body).some(({ role }) => role === 'system') ? 'System role not supported' : undefined),
      (last) => expect(messagesOf(last)).toEqual([{ role: 'user', content: 'You plan.\n\nAs JSON.\n\nAn app.' }]),
    ],
    [
      'a schema',
      (body) => (isStrict(body) ? 'This response_format type is unavailable now' : undefined),
      (last) => expect(isStrict(last)).toBe(false),
    ],
    [
      'an answer that its window has no room for',
      (body) =>
        limitOf(body) > 6_692
          ? "This model's maximum context length is 8192 tokens and your request has 1500 input tokens"
          : undefined,
      (last) => expect(limitOf(last)).toBeGreaterThan(6_000),
    ],
    [
      'an answer that the credit does not pay for',
      (body) => (limitOf(body) > 2_666 ? 'You requested up to 8000 tokens, but can only afford 2666.' : undefined),
      (last) => expect(limitOf(last)).toBe(2_666),
    ],
  ])('is asked for once and no more, whatever the status: %s', async (_, refusal, check) => {
    for (const isWell of [false, true]) {
      const model = await modelOf(api, refusal, isWell);
      expect([await asked(model), await asked(model)]).toEqual(['Well.', 'Well.']);
      const bodies = (server?.requests ?? []).map(({ body }) => body);
      expect(bodies).toHaveLength(3);
      for (const body of bodies.slice(1)) check(body);
      await server?.close();
    }
  });
});

describe('the usual proxy variables (model-servers.md, the rules)', () => {
  it('hold for servers that are elsewhere, and not for those on this machine', async () => {
    const seen: string[] = [];
    const proxy = createServer((request, response) => {
      seen.push(request.url ?? '');
      stream(response).end(chunk({ content: 'Through a proxy.' }) + chunk({}, 'stop') + DONE);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const before = { ...process.env };
    process.env['HTTP_PROXY'] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    process.env['NO_PROXY'] = 'other.example';
    try {
      const local = await modelOf('chat', () => undefined);
      const at = {
        model: 'm',
        api: 'chat' as const,
        patience: { idleMs: 20_000, totalMs: 30_000 },
        turns: new Turns(8),
      };
      const remote = new OpenAiLanguageModel({ ...at, baseUrl: 'http://model.example/v1' });
      expect([await asked(local), await asked(remote)]).toEqual(['Well.', 'Through a proxy.']);
      expect(seen).toEqual(['http://model.example/v1/chat/completions']);
    } finally {
      process.env = before;
      await new Promise((resolve) => {
        proxy.close(resolve);
        proxy.closeAllConnections();
      });
    }
  });
});
