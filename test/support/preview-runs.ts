import { expect } from '@jest/globals';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { RunningService } from './service.js';

/** The page answers, and its bundle compiles. */
export async function previewRuns(service: RunningService, id: string): Promise<void> {
  const page = await getAt(service, id, '/');
  expect(page.status).toBe(200);
  const [, bundle = ''] = /<script src="([^"]+)"/.exec(page.body) ?? [];
  const script = await getAt(service, id, bundle.replaceAll('&amp;', '&'));
  expect([script.status, script.status === 200 ? '' : script.body.slice(0, 500)]).toEqual([200, '']);
}

/** From the host of a preview: fetch lets nobody choose it. */
function getAt({ port }: RunningService, id: string, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request({ port, path, headers: { host: `${id}.localhost:${port}` }, agent: false }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    })
      .on('error', reject)
      .end();
  });
}
