import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hostileText } from '../chaos/hostile-text.js';
import { Random } from '../chaos/random.js';
import { type ApiService, startApi } from './api-service.js';
import { type GatewayService, startGateway } from './gateway-service.js';
import { failedRun } from './projection-run.js';

const AT_ONCE = 8;

/** Where a text may stand in a request; `@` in a path is its place there. */
const REQUESTS: readonly (readonly [string, string, ((text: string) => unknown)?])[] = [
  ['POST', '/generate', (text) => ({ prompt: text, user_id: text, template_id: text })],
  ['POST', '/generate', (text) => text],
  ['POST', '/api/v1/estimate', (text) => ({ prompt: text })],
  ['POST', '/api/v1/presets', (text) => ({ name: text.slice(0, 60), prompt: text })],
  ['PUT', '/api/v1/presets/@', (text) => ({ name: 'name', prompt: text })],
  ['POST', '/api/v1/projects/known/revise', (text) => ({ instruction: text })],
  ['POST', '/api/v1/projects/known/cancel', (text) => ({ reason: text })],
  ['POST', '/api/v1/projects/known/fork', (text) => ({ at_seq: text })],
  ['POST', '/api/v1/projects/known/restore', (text) => ({ to_seq: text })],
  ['POST', '/api/v1/projects/known/renames', (text) => ({ from: text, to: text })],
  ['PUT', '/api/v1/projects/known/files/@', (text) => text],
  ['GET', '/api/v1/projects/known/files/@'],
  ['GET', '/api/v1/projects/@'],
  ['GET', '/api/v1/projects?cursor=@&status=@&q=@'],
  ['GET', '/api/v1/projects/known/events?after=@&limit=@'],
  ['GET', '/api/v1/projects/known/diff?from=@&to=@'],
  ['GET', '/status/@'],
  ['GET', '/@'],
];

describe('hostile text in a request', () => {
  let api: ApiService;
  beforeAll(async () => {
    api = await startApi('hostile-requests');
    await api.happened('known', failedRun());
  });
  afterAll(() => api.close());

  it('is answered or refused, and the service goes on', async () => {
    const random = new Random(29);
    const texts = Array.from({ length: 40 }, (_, n) => hostileText(random, n % 10 === 0 ? 20_000 : 900));
    const asked = texts.flatMap((text) => REQUESTS.map((request) => [request, text] as const));
    const failed: unknown[] = [];
    const ask = async (): Promise<void> => {
      for (let next = asked.pop(); next; next = asked.pop()) {
        const [[method, path, bodyOf], text] = next;
        const place = encodeURIComponent(text.toWellFormed())
          .slice(0, 6_000)
          .replace(/%[^%]?$/, '');
        const body = bodyOf?.(text);
        const encoded = typeof body === 'string' ? body : JSON.stringify(body);
        const headers = { 'content-type': 'application/json', 'if-none-match': '*' };
        const { status } = await api.send(method, path.replaceAll('@', place), encoded, headers);
        if (status >= 500) failed.push([status, method, path, text.slice(0, 200)]);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    expect(failed).toEqual([]);
    expect((await api.post('/generate', { prompt: 'an app to water my plants' })).status).toBe(201);
  }, 120_000);
});

describe('hostile text in a frame', () => {
  let gateway: GatewayService;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  const FRAMES: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => JSON.stringify({ action: text }),
    (text) => JSON.stringify({ action: 'start', prompt: text, user_id: text, options: { note: text } }),
    (text) => JSON.stringify({ action: 'revise', instruction: text }),
    (text) => JSON.stringify({ action: 'resume', after: text }),
    (text) => JSON.stringify({ action: 'open_file', path: text }),
    (text) => JSON.stringify({ action: 'cursor', path: text, anchor: text, head: 1 }),
    (text) =>
      JSON.stringify({ action: 'edit', path: text, version: 0, updates: [{ client_id: text, changes: [[0, text]] }] }),
    (text) => `{"action":"start","prompt":${text}`,
  ];

  it('is answered on its own connection, which goes on', async () => {
    const random = new Random(30);
    for (let n = 0; n < 40; n++) {
      const text = hostileText(random, n % 10 === 0 ? 20_000 : 900);
      const client = await gateway.connect(`hostile-${n}`);
      for (const frame of FRAMES) client.socket.send(frame(text));
      // Answered in their order: once this one is, so are all before it.
      client.send({ action: 'last of all' });
      await client.until(() => client.ofType('error').some(({ error }) => error?.includes('last of all')));
      expect(client.socket.readyState).toBe(client.socket.OPEN);
      client.socket.close();
    }
  }, 120_000);
});
