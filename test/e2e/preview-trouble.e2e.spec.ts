import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { previewLabel } from '../../src/effects/workspace/workspace.port.js';
import { ProjectViewer } from '../support/follow-project.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { type RunningService, startService } from '../support/service.js';

describe('what the page of a preview complains of', () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startService({ PHONE_PREVIEW: 'off' });
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(() => service.close());

  /** The status that the report is answered with. */
  const report = (label: string, body: object, origin?: string): Promise<number> => {
    const host = `${label}.localhost:${service.port}`;
    return new Promise((resolve, reject) => {
      const headers = { host, origin: origin ?? `http://${host}` };
      const options = { host: '127.0.0.1', port: service.port, path: '/_firstlight/report', method: 'POST', headers };
      request(options, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end(JSON.stringify(body));
    });
  };

  it(
    'reaches everyone who watches, once, and from its own page only',
    async () => {
      const viewer = await ProjectViewer.open(service.url, 'troubled');
      viewer.start('Create a fitness tracking app');
      await viewer.until(({ type }) => type === 'complete');
      const crash = { kind: 'error', message: 'Error: the plan was undefined', stack: '' };
      expect(await report('troubled', crash, 'http://elsewhere.example')).toBe(403);
      expect(await report('troubled', { kind: 'gossip' })).toBe(400);
      expect(await report('troubled', crash)).toBe(204);
      expect(await report('troubled', crash)).toBe(204);
      expect(await report('troubled', { ...crash, message: 'Error: another one' })).toBe(204);
      await viewer.until(({ data }) => data['message'] === 'Error: another one');
      const told = viewer.messages.filter(({ type, data }) => type === 'preview' && data['state'] === 'troubled');
      expect(told.map(({ seq, data }) => [typeof seq, data['source'], data['message']])).toEqual([
        ['number', 'page', crash.message],
        ['number', 'page', 'Error: another one'],
      ]);
      await viewer.close();
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it(
    'reaches the log of a project with a hashed label also after a restart, when nothing has opened it yet',
    async () => {
      const id = 'Troubled_Later';
      const viewer = await ProjectViewer.open(service.url, id);
      viewer.start('Create a fitness tracking app');
      await viewer.until(({ type }) => type === 'complete');
      await viewer.close();
      await service.restart();
      const crash = { kind: 'error', message: 'Error: only now', stack: '' };
      expect(await report(previewLabel(id), crash)).toBe(204);
      const again = await ProjectViewer.open(service.url, id);
      await again.until(({ data }) => data['message'] === crash.message);
      await again.close();
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );
});
