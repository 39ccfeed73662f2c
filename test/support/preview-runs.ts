import { expect } from '@jest/globals';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { RunningService } from './service.js';

/** Expects the page to answer and its bundle to compile. */
export async function previewRuns(service: RunningService, id: string): Promise<void> {
  const page = await askAt(service, id, '/');
  expect(page.status).toBe(200);
  const [, bundle = ''] = /<script src="([^"]+)"/.exec(page.body) ?? [];
  const script = await askAt(service, id, bundle.replaceAll('&amp;', '&'));
  expect([script.status, script.status === 200 ? '' : script.body.slice(0, 500)]).toEqual([200, '']);
}

/** Reports an error at the bundle line that contains `words`, as the page of the preview does. */
export async function reportCrash(service: RunningService, id: string, words: string): Promise<void> {
  const page = await askAt(service, id, '/');
  const [, source = ''] = /<script src="([^"]+)"/.exec(page.body) ?? [];
  const path = source.replaceAll('&amp;', '&');
  const lines = (await askAt(service, id, path)).body.split('\n');
  const line = lines.findIndex((each) => each.includes(words));
  const column = lines[line]?.indexOf(words) ?? 0;
  const stack = `Error\n    at Home (http://${id}.localhost:${service.port}${path}:${line + 1}:${column + 1})`;
  const report = JSON.stringify({ kind: 'error', message: 'Error: it crashed', stack });
  expect((await askAt(service, id, '/_firstlight/report', report)).status).toBe(204);
}

/** Requests a path from the host of a preview, because `fetch` does not let the Host header be set. With `body` it is a POST. */
function askAt(
  { port }: RunningService,
  id: string,
  path: string,
  body?: string,
): Promise<{ status: number; body: string }> {
  const method = body === undefined ? 'GET' : 'POST';
  return new Promise((resolve, reject) => {
    request({ port, path, method, headers: { host: `${id}.localhost:${port}` }, agent: false }, (response) => {
      text(response).then((answered) => resolve({ status: response.statusCode ?? 0, body: answered }), reject);
    })
      .on('error', reject)
      .end(body);
  });
}
