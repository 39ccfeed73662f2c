import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ModelError, ModelRequest } from '../../src/effects/language-model/language-model.port.js';
import {
  OpenAiLanguageModel,
  type OpenAiOptions,
} from '../../src/effects/language-model/openai/openai-language-model.js';
import { Turns } from '../../src/effects/language-model/turns.js';
import { chunk, DONE, event, type ModelServer, modelServer, type Serve, stream } from '../support/model-server.js';

const REQUEST: ModelRequest = {
  messages: [{ role: 'user', content: 'Write a screen.' }],
  maxOutputTokens: 100,
  idempotencyKey: 'run-1-screen',
};
const USAGE = { prompt_tokens: 4, completion_tokens: 2 };
const SCHEMA = { name: 'plan', schema: { type: 'object' } };

let server: ModelServer | undefined;

afterEach(async () => {
  await server?.close();
});

async function modelAt(serve: Serve, options: Partial<OpenAiOptions> = {}): Promise<OpenAiLanguageModel> {
  server = await modelServer(serve);
  return new OpenAiLanguageModel({
    model: 'served',
    baseUrl: server.url,
    api: 'chat',
    patience: { idleMs: 5_000, totalMs: 10_000 },
    turns: new Turns(8),
    ...options,
  });
}

const ask = (model: OpenAiLanguageModel, request = REQUEST, signal = new AbortController().signal) =>
  model.answer(request, { signal });

async function failureOf(model: OpenAiLanguageModel, signal?: AbortSignal): Promise<ModelError> {
  try {
    await ask(model, REQUEST, signal);
  } catch (error) {
    return error as ModelError;
  }
  throw new Error('The request succeeded.');
}

const refuse =
  (status: number, error: object, headers: Record<string, string> = {}): Serve =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error }));

const whole: Serve = (response) => stream(response).end(chunk({ content: 'Well.' }) + chunk({}, 'stop') + DONE);

describe('a whole answer', () => {
  it('comes piece by piece, with the usage that the server counted', async () => {
    const usage = {
      prompt_tokens: 40,
      completion_tokens: 7,
      prompt_tokens_details: { cached_tokens: 30 },
      completion_tokens_details: { reasoning_tokens: 5 },
    };
    const model = await modelAt((response) =>
      stream(response).end(
        chunk({ content: 'He' }) +
          chunk({ content: 'llo' }) +
          chunk({}, 'stop') +
          chunk({}, null, { choices: [], usage }) +
          DONE,
      ),
    );
    const heard: string[] = [];
    const answer = await model.answer(REQUEST, { signal: new AbortController().signal, onText: (t) => heard.push(t) });
    expect(answer).toEqual({
      text: 'Hello',
      model: 'served',
      usage: { inputTokens: 40, outputTokens: 7, cachedTokens: 30, reasoningTokens: 5 },
      costUsd: null,
    });
    expect(heard).toEqual(['He', 'llo']);
  });

  it('is counted here where the server does not say', async () => {
    const { usage } = await ask(await modelAt(whole));
    expect(usage).toEqual({ inputTokens: 4, outputTokens: 2, isEstimated: true });
  });

  it.each<[string, Serve]>([
    ['marks its end, but gives no reason', (to) => stream(to).end(chunk({ content: 'Well.' }) + DONE)],
    [
      'ends with its usage, and gives no reason',
      (to) => stream(to).end(chunk({ content: 'Well.' }) + chunk({}, null, { choices: [], usage: USAGE })),
    ],
    [
      'gives its reason, and neither marks its end nor closes',
      (to) => stream(to).write(chunk({ content: 'Well.' }) + chunk({}, 'stop')),
    ],
    [
      'comes as one JSON body, not as a stream',
      (to) => {
        const choices = [{ index: 0, message: { role: 'assistant', content: 'Well.' }, finish_reason: 'stop' }];
        to.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ choices, usage: USAGE }));
      },
    ],
    [
      'has its content as a list of parts',
      (to) => stream(to).end(chunk({ content: [{ type: 'text', text: 'Well.' }] }) + chunk({}, 'stop') + DONE),
    ],
    [
      'comes as events of another content type, without the last blank line',
      (to) =>
        to
          .writeHead(200, { 'content-type': 'text/plain' })
          .end(`\n: hello\r\n${chunk({ content: 'Well.' })}${chunk({}, 'stop').trimEnd()}`),
    ],
  ])('is taken from a server that %s', async (_, serve) => {
    const model = await modelAt(serve);
    expect((await ask(model)).text).toBe('Well.');
    expect(server?.requests).toHaveLength(1);
    await server?.requests[0]?.closed;
  });

  it('says so where the server has read only a part of the question', async () => {
    const usage = { prompt_tokens: 2048, completion_tokens: 7 };
    const model = await modelAt((to) =>
      stream(to).end(chunk({ content: 'Well.' }) + chunk({}, 'stop', { usage }) + DONE),
    );
    const long = { ...REQUEST, messages: [{ role: 'user' as const, content: 'word '.repeat(6_000) }] };
    expect((await ask(model, long)).note).toMatch(/read about 2048 of the 6\d{3} tokens .* OLLAMA_CONTEXT_LENGTH/);
    expect(await ask(model)).not.toHaveProperty('note');
  });

  it('costs what the price says that was set', async () => {
    const { costUsd } = await ask(await modelAt(whole, { prices: { input: 1_000_000, output: 10 } }));
    expect(costUsd).toBeCloseTo(4 + 2e-5, 10);
  });

  it.each([
    ['a refusal', chunk({ refusal: 'I will not.' }) + chunk({}, 'stop'), 'I will not.'],
    ['one that met its limit', chunk({ content: 'Half a f' }) + chunk({}, 'length'), 'Half a f'],
    ['one that a filter ended', chunk({ content: 'Well' }) + chunk({}, 'content_filter'), 'Well'],
  ])('may be %s: it has ended, and is paid for', async (_, sent, text) => {
    const model = await modelAt((response) => stream(response).end(sent + DONE));
    expect((await ask(model)).text).toBe(text);
  });
});

describe('the request', () => {
  it('carries the limit, the idempotency key and, where one is set, the API key', async () => {
    await ask(await modelAt(whole, { apiKey: 'sk-secret' }));
    expect(server?.requests[0]).toMatchObject({
      path: '/v1/chat/completions',
      headers: { 'idempotency-key': 'run-1-screen', authorization: 'Bearer sk-secret' },
      body: { model: 'served', stream: true, max_tokens: 100 },
    });
  });

  it('is made once: another try is the caller’s to decide', async () => {
    await failureOf(await modelAt(refuse(500, { message: 'oh' })));
    expect(server?.requests).toHaveLength(1);
  });

  it.each([
    ['max_tokens', 'Unsupported parameter: use max_completion_tokens instead.', { max_completion_tokens: 100 }],
    ['response_format', 'Unknown field response_format.', { max_tokens: 100 }],
    ['stream_options', 'stream_options is not supported.', { max_tokens: 100 }],
  ])('leaves out or swaps %s once the server has refused it, and remembers', async (param, message, next) => {
    const model = await modelAt((response, served, count) => {
      if (count === 1) refuse(400, { message, param, code: 'unsupported_parameter' })(response, served, count);
      else whole(response, served, count);
    });
    const asked = { ...REQUEST, schema: SCHEMA };
    await expect(ask(model, asked)).rejects.toMatchObject({
      code: 'model_parameter',
      kind: 'transient',
      retryAfterMs: 0,
    });
    await ask(model, asked);
    await ask(model, asked);
    const [first, ...others] = server?.requests ?? [];
    expect(first?.body).toHaveProperty(param);
    expect(others).toHaveLength(2);
    for (const { body } of others) {
      expect(body).not.toHaveProperty(param);
      expect(body).toMatchObject(next);
    }
  });

  it('swaps the limit once only: a server that wants neither is told of', async () => {
    const model = await modelAt(refuse(400, { message: 'Unsupported parameter: max_tokens', param: 'max_tokens' }));
    expect((await failureOf(model)).code).toBe('model_parameter');
    expect(await failureOf(model)).toMatchObject({ code: 'model_bad_request', kind: 'fatal' });
  });
});

describe('an answer that does not come', () => {
  it.each<[string, Serve, object]>([
    [
      'a rate limit',
      refuse(429, { message: 'slow down', code: 'rate_limit_exceeded' }, { 'retry-after': '7' }),
      { kind: 'transient', code: 'model_rate_limited', retryAfterMs: 7000, costUsd: 0 },
    ],
    [
      'a used-up quota, which no waiting mends',
      refuse(429, { message: 'You exceeded your current quota', code: 'insufficient_quota' }),
      { kind: 'fatal', code: 'model_quota', message: expect.stringContaining('OPENAI_API_KEY') },
    ],
    ['a wrong key', refuse(401, { message: 'bad key' }), { kind: 'fatal', code: 'model_unauthorized' }],
    [
      'an unknown model',
      refuse(404, { message: 'no such model' }),
      { kind: 'fatal', code: 'model_not_found', message: expect.stringContaining('OPENAI_MODEL') },
    ],
    ['a server that failed', refuse(500, { message: 'oh' }), { kind: 'transient', code: 'model_unavailable' }],
    [
      'a prompt that is too long',
      refuse(400, { message: 'too long', code: 'context_length_exceeded' }),
      { kind: 'content', code: 'model_prompt_too_long' },
    ],
    [
      'a web page: the base URL is wrong',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Hi'),
      { kind: 'fatal', code: 'model_not_an_api', message: expect.stringContaining('OPENAI_BASE_URL') },
    ],
    [
      'an error page',
      (response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>'),
      { kind: 'fatal', code: 'model_not_an_api', message: expect.stringContaining('OPENAI_BASE_URL') },
    ],
    [
      'a stream that ends before its answer',
      (response) => stream(response).end(chunk({ content: 'Half' })),
      { kind: 'transient', code: 'model_cut_off', costUsd: null },
    ],
    [
      'a stream that says it is done, without a word',
      (response) => stream(response).end(DONE),
      { kind: 'transient', code: 'model_cut_off' },
    ],
    [
      'an error page of what stands before the server',
      (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1>'),
      { kind: 'transient', code: 'model_unavailable', message: expect.stringContaining('502 Bad Gateway') },
    ],
    [
      'an error as JSON with status 200',
      (response) =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end('{"error":{"message":"Slow down.","code":429}}'),
      { kind: 'transient', code: 'model_rate_limited', message: expect.stringContaining('Slow down.') },
    ],
    [
      'an error inside a choice',
      (response) => {
        const error = { message: 'Provider is full', code: 502 };
        const choices = [{ index: 0, delta: { content: '' }, finish_reason: 'error', error }];
        stream(response).end(chunk({ content: 'Half' }) + chunk({}, null, { choices }) + DONE);
      },
      { kind: 'transient', code: 'model_unavailable', message: expect.stringContaining('Provider is full') },
    ],
    [
      'an error within the stream',
      (response) =>
        stream(response).end(
          chunk({ content: 'Half' }) + event({ error: { message: 'overloaded', type: 'server_error' } }),
        ),
      { kind: 'transient', code: 'model_unavailable', message: expect.stringContaining('overloaded') },
    ],
    [
      'something that is no JSON',
      (response) => stream(response).end('data: {"id": oh\n\n'),
      { kind: 'transient', code: 'model_malformed' },
    ],
    [
      'a socket that is reset in the middle',
      (response) => {
        stream(response).write(chunk({ content: 'Half' }), () =>
          setTimeout(() => response.socket?.resetAndDestroy(), 20),
        );
      },
      { kind: 'transient', code: 'model_cut_off' },
    ],
    [
      'a model that ignores its limit',
      (response) => stream(response).write(chunk({ content: 'x'.repeat(5_000) })),
      { kind: 'content', code: 'model_output_too_long' },
    ],
  ])('is told as what it is: %s', async (_, serve, failure) => {
    expect(await failureOf(await modelAt(serve))).toMatchObject(failure);
  });

  it('is told as what it is: no server', async () => {
    const model = await modelAt(whole);
    await server?.close();
    expect(await failureOf(model)).toMatchObject({
      kind: 'transient',
      code: 'model_unreachable',
      message: expect.stringContaining(server?.url ?? 'none'),
    });
  });
});

describe('the watchdog', () => {
  it.each<[string, Serve]>([
    ['before the headers', (): void => undefined],
    ['in mid-stream', (response) => stream(response).write(chunk({ content: 'Half' }))],
  ])('ends a request that falls silent %s, and closes its connection', async (_, serve) => {
    const model = await modelAt(serve, { patience: { idleMs: 80, totalMs: 10_000 } });
    expect(await failureOf(model)).toMatchObject({ kind: 'transient', code: 'model_stalled' });
    await server?.requests[0]?.closed;
  });

  it.each([
    ['chat', chunk({ content: 'Well.' }) + chunk({}, 'stop') + DONE],
    [
      'responses',
      event({ type: 'response.output_text.delta', delta: 'Well.' }) +
        event({ type: 'response.completed', response: { object: 'response', status: 'completed' } }),
    ],
  ] as const)(
    'counts any byte as a sign of life (model-servers.md, row 5): comments that keep a connection open, through the %s API',
    async (api, answer) => {
      const model = await modelAt(
        (response) => {
          stream(response);
          let comments = 0;
          const timer = setInterval(() => {
            response.write(': keepalive\n\n');
            comments += 1;
            if (comments < 30) return;
            clearInterval(timer);
            response.end(answer);
          }, 40);
        },
        { api, patience: { idleMs: 1_000, totalMs: 20_000 } },
      );
      expect((await ask(model)).text).toBe('Well.');
      expect(server?.requests).toHaveLength(1);
    },
  );

  it('waits longer for the first byte than for the next one where it may', async () => {
    const model = await modelAt((response) => setTimeout(() => stream(response).write(': here\n\n'), 300), {
      patience: { idleMs: 100, firstByteMs: 20_000, totalMs: 30_000 },
    });
    expect(await failureOf(model)).toMatchObject({ code: 'model_stalled', message: expect.stringContaining('0.1 s') });
  });

  it('lets a model think aloud, and think in silence no longer than it may', async () => {
    const model = await modelAt(
      (response) => {
        stream(response);
        let thoughts = 0;
        const timer = setInterval(() => {
          response.write(chunk({ reasoning_content: 'Hm. ' }));
          thoughts += 1;
          if (thoughts < 30) return;
          clearInterval(timer);
          response.end(chunk({ content: 'Well.' }) + chunk({}, 'stop') + DONE);
        }, 40);
      },
      { patience: { idleMs: 1_000, totalMs: 20_000 } },
    );
    expect((await ask(model)).text).toBe('Well.');
  });

  it('ends an answer that takes too long though it never falls silent', async () => {
    let timer: NodeJS.Timeout | undefined;
    const model = await modelAt(
      (response) => {
        stream(response);
        timer = setInterval(() => response.write(chunk({ content: '.' })), 10);
      },
      { patience: { idleMs: 5_000, totalMs: 200 } },
    );
    expect(await failureOf(model)).toMatchObject({ kind: 'transient', code: 'model_deadline' });
    clearInterval(timer);
    await server?.requests[0]?.closed;
  });
});

describe('a request that is aborted', () => {
  it('closes its connection: the server sees it at once', async () => {
    const model = await modelAt((response) => stream(response).write(chunk({ content: 'Half' })));
    const stop = new AbortController();
    const failed = failureOf(model, stop.signal);
    while (server?.requests.length !== 1) await wait(5);
    stop.abort(new Error('cancelled'));
    expect(await failed).toMatchObject({ kind: 'fatal', code: 'model_aborted' });
    await server.requests[0]?.closed;
  });

  it('is not made at all where it was aborted before', async () => {
    const model = await modelAt(whole);
    await expect(ask(model, REQUEST, AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
    expect(server?.requests).toHaveLength(0);
  });
});

describe('the Responses endpoint', () => {
  const response = (status: string, more: object = {}) => ({
    id: 'r',
    object: 'response',
    model: 'served',
    status,
    usage: { input_tokens: 9, output_tokens: 4 },
    ...more,
  });

  it('gives the same answers', async () => {
    const model = await modelAt(
      (reply) =>
        stream(reply).end(
          event({ type: 'response.reasoning_summary_text.delta', delta: 'Hm.' }) +
            event({ type: 'response.output_text.delta', delta: 'Hello' }) +
            event({ type: 'response.completed', response: response('completed') }),
        ),
      { api: 'responses' },
    );
    expect(await ask(model, { ...REQUEST, schema: SCHEMA })).toMatchObject({
      text: 'Hello',
      usage: { inputTokens: 9, outputTokens: 4 },
    });
    expect(server?.requests[0]).toMatchObject({
      path: '/v1/responses',
      headers: { 'idempotency-key': 'run-1-screen' },
      body: { max_output_tokens: 100, store: false, text: { format: { type: 'json_schema', name: 'plan' } } },
    });
  });

  it.each([
    [
      'a failure',
      event({ type: 'response.failed', response: response('failed', { error: { message: 'oh' } }) }),
      'model_unavailable',
    ],
    ['an end without an answer', event({ type: 'response.output_text.delta', delta: 'Half' }), 'model_cut_off'],
  ])('tells of %s', async (_, sent, code) => {
    const model = await modelAt((reply) => stream(reply).end(sent), { api: 'responses' });
    expect(await failureOf(model)).toMatchObject({ kind: 'transient', code });
  });

  it('keeps what a limit cut off as the answer it is', async () => {
    const incomplete = response('incomplete', { incomplete_details: { reason: 'max_output_tokens' } });
    const model = await modelAt(
      (reply) =>
        stream(reply).end(
          event({ type: 'response.output_text.delta', delta: 'Half' }) +
            event({ type: 'response.incomplete', response: incomplete }),
        ),
      { api: 'responses' },
    );
    expect((await ask(model)).text).toBe('Half');
  });
});
