import { afterEach, describe, expect, it } from '@jest/globals';
import { ResvgImageRenderer } from '../../src/effects/images/resvg-image-renderer.js';
import { OpenAiImageModel } from '../../src/effects/language-model/openai/openai-image-model.js';
import { Turns } from '../../src/effects/language-model/turns.js';
import { type ModelServer, modelServer, type Serve } from '../support/model-server.js';

const REQUEST = { prompt: 'An icon.', idempotencyKey: 'run-1-icon' };

let server: ModelServer | undefined;

afterEach(async () => {
  await server?.close();
});

async function modelAt(serve: Serve, model = 'painter', totalMs = 30_000): Promise<OpenAiImageModel> {
  server = await modelServer(serve);
  return new OpenAiImageModel({ model, baseUrl: server.url, totalMs, turns: new Turns(1) });
}

const json =
  (body: object, status = 200): Serve =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

describe('a picture', () => {
  it('comes as the server sends it, with what it took', async () => {
    const model = await modelAt(
      json({ data: [{ b64_json: 'AAAA' }], usage: { input_tokens: 7, output_tokens: 272, total_tokens: 279 } }),
    );
    expect(await model.paint(REQUEST, new AbortController().signal)).toEqual({
      base64: 'AAAA',
      model: 'painter',
      usage: { inputTokens: 7, outputTokens: 272 },
      costUsd: null,
    });
    expect(server?.requests[0]).toMatchObject({
      path: '/v1/images/generations',
      headers: { 'idempotency-key': 'run-1-icon' },
      body: { model: 'painter', prompt: 'An icon.', n: 1, size: '1024x1024' },
    });
  });

  it('has no known cost where the server does not say what it took', async () => {
    const model = await modelAt(json({ data: [{ b64_json: 'AAAA' }] }));
    const { usage, costUsd } = await model.paint(REQUEST, new AbortController().signal);
    expect([usage, costUsd]).toEqual([{ inputTokens: 0, outputTokens: 0, isEstimated: true }, null]);
  });

  it('has a most that it can cost where the price is known', () => {
    const at = (baseUrl: string) =>
      new OpenAiImageModel({ model: 'gpt-image-2', baseUrl, totalMs: 1, turns: new Turns(1) }).mostUsd('An icon.');
    expect(at('https://api.openai.com/v1')).toBeGreaterThan(0.01);
    expect(at('http://localhost:11434/v1')).toBeNull();
  });

  it.each<[string, Serve, object]>([
    [
      'an address instead of a picture',
      json({ data: [{ url: 'http://x/' }] }),
      { kind: 'content', code: 'image_missing' },
    ],
    ['something else', json({}), { kind: 'content', code: 'image_missing' }],
    [
      'more than any picture has',
      (response) => response.writeHead(200).end('x'.repeat(9 * 1024 * 1024)),
      { kind: 'content', code: 'image_too_large' },
    ],
    ['no JSON', (response) => response.writeHead(200).end('oh'), { kind: 'transient', code: 'model_malformed' }],
    [
      'a web page',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hi'),
      { kind: 'fatal', code: 'model_not_an_api' },
    ],
    ['a refusal', json({ error: { message: 'no', code: 'moderation_blocked' } }, 400), { code: 'model_bad_request' }],
  ])('is told as what it is where it is %s', async (_, serve, failure) => {
    const model = await modelAt(serve);
    const failed = await model.paint(REQUEST, new AbortController().signal).catch((error: unknown) => error);
    expect(failed).toMatchObject(failure);
    expect(server?.requests).toHaveLength(1);
  });

  it('that does not come in time is given up', async () => {
    const model = await modelAt((): void => undefined, 'painter', 300);
    const failed = model.paint(REQUEST, new AbortController().signal);
    await expect(failed).rejects.toMatchObject({ kind: 'transient', code: 'model_stalled' });
    await server?.requests[0]?.closed;
  });

  it('that is not wanted any more closes its connection', async () => {
    const stop = new AbortController();
    const model = await modelAt(() => stop.abort(new Error('cancelled')));
    await expect(model.paint(REQUEST, stop.signal)).rejects.toMatchObject({ kind: 'fatal', code: 'model_aborted' });
    await server?.requests[0]?.closed;
  });
});

describe('a picture that is scaled', () => {
  const images = new ResvgImageRenderer();

  it('has the size that was asked for', async () => {
    const png = await images.png(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
      64,
    );
    const scaled = await images.scaled(png, 32);
    expect([scaled?.readUInt32BE(16), scaled?.readUInt32BE(20)]).toEqual([32, 32]);
  });

  it('is none where it cannot be decoded', async () => {
    expect(await images.scaled(Buffer.from('\x89PNG\r\n\x1a\n rest', 'latin1'), 32)).toBeUndefined();
  });
});
