import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BlobStore } from '../../src/event-store/blob-store.port.js';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { type ApiService, startApi } from './api-service.js';
import { completeRun, failedRun, presence } from './projection-run.js';

let api: ApiService;
beforeAll(async () => {
  api = await startApi('api-read');
});
afterAll(() => api.close());

describe('GET /status/:id', () => {
  it('tells where the run is', async () => {
    await api.happened('ready', completeRun());
    const { status, json } = await api.get('/status/ready');
    expect(status).toBe(200);
    expect(json).toEqual({
      project_id: 'ready',
      status: 'ready',
      progress: 5,
      stage: 'analyzing',
      message: 'Added screen Plants',
      preview_url: 'http://demo.localhost:8000',
      preview_urls: { web: 'http://demo.localhost:8000' },
      error: null,
      complete: true,
      app_name: 'Plants',
      run: 1,
      seq: 10,
      updated_at: expect.any(String),
    });
  });

  it('tells what failed', async () => {
    await api.happened('failed', failedRun());
    const { json } = await api.get('/status/failed');
    expect(json).toMatchObject({
      status: 'error',
      preview_url: null,
      error: { code: 'boom', message: 'It broke.', stage: 'analyzing', retryable: true },
      complete: false,
    });
  });
});

describe('GET /api/v1/stream-status/:id', () => {
  it('counts the viewers that have come by the time of asking', async () => {
    for (let viewers = 1; viewers <= 10; viewers++) {
      await api.store.append('presence:api-read', viewers - 1, [presence('ViewerConnected', 'watched')]);
      const { json } = await api.get('/api/v1/stream-status/watched');
      expect(json).toEqual({ project_id: 'watched', active_connections: viewers, status: 'active', run_status: null });
    }
  });

  it('is inactive where nobody watches, whatever the run does', async () => {
    await api.happened('unwatched', completeRun());
    const { json } = await api.get('/api/v1/stream-status/unwatched');
    expect(json).toMatchObject({ active_connections: 0, status: 'inactive', run_status: 'complete' });
  });
});

describe('GET /api/v1/projects', () => {
  it('gives pages, newest first, without gap or double', async () => {
    const ids = Array.from({ length: 7 }, (_, n) => `page-${n}`);
    for (const id of ids) await api.happened(id, [requested('paula')]);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { json } = await api.get(
        `/api/v1/projects?user_id=paula&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...(json['projects'] as { project_id: string }[]).map(({ project_id }) => project_id));
      cursor = json['next_cursor'] as string | null;
    }
    expect(seen).toEqual(ids.toReversed());
  });

  it('filters by status', async () => {
    await api.happened('err-1', failedRun());
    const { json } = await api.get('/api/v1/projects?status=error');
    const projects = json['projects'] as { status: string }[];
    expect(projects.length).toBeGreaterThan(0);
    expect(new Set(projects.map(({ status }) => status))).toEqual(new Set(['error']));
  });
});

describe('GET /api/v1/projects/:id', () => {
  it('tells the project with its runs, screens and notes', async () => {
    await api.happened('whole', completeRun());
    const { json } = await api.get('/api/v1/projects/whole');
    expect(json).toMatchObject({
      project_id: 'whole',
      prompt: 'a plant watering app',
      user_id: 'ann',
      screens: ['Plants'],
      notes: [],
      runs: [
        { run: 1, status: 'complete', app_name: 'Plants', files: 2, cost_usd: 0.5, screens: ['Plants'], error: null },
      ],
    });
  });
});

describe('GET /api/v1/projects/:id/events', () => {
  it('gives every event once over pages of any size, with what viewers read of it', async () => {
    await api.happened('paged', completeRun());
    const all = await api.get('/api/v1/projects/paged/events');
    expect(all.json).toMatchObject({ next_after: 10, head: 10 });
    const events = all.json['events'] as { seq: number; type: string; message: { seq: number; type: string } }[];
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(events.map(({ message }) => message.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(events.at(-1)).toMatchObject({ type: 'RunCompleted', message: { type: 'complete' } });

    const paged: unknown[] = [];
    for (let after = 0; after < 10;) {
      const { json } = await api.get(`/api/v1/projects/paged/events?after=${after}&limit=3`);
      paged.push(...(json['events'] as unknown[]));
      after = Number(json['next_after']);
    }
    expect(paged).toEqual(events);
  });

  it('is empty at the head', async () => {
    await api.happened('short', failedRun());
    const { json } = await api.get('/api/v1/projects/short/events?after=4');
    expect(json).toEqual({ events: [], next_after: 4, head: 4 });
  });
});

describe('GET /api/v1/projects/:id/files', () => {
  const source = 'export default function Home() {}\n';
  const sha256 = createHash('sha256').update(source).digest('hex');

  beforeAll(async () => {
    const ref = { sha256, bytes: source.length };
    await api.app.get<BlobStore>(BlobStore).put([Buffer.from(source)]);
    await api.happened('files', [requested('ann'), wrote('app/(tabs)/my file.tsx', ref), wrote('app/a.html', ref)]);
  });

  it('lists the newest versions', async () => {
    const { json } = await api.get('/api/v1/projects/files/files');
    expect(json['files']).toMatchObject([
      { path: 'app/(tabs)/my file.tsx', sha256, bytes: source.length, author: 'blueprint', run: 1, seq: 2 },
      { path: 'app/a.html' },
    ]);
  });

  it('gives a file’s bytes, never as a page of this origin', async () => {
    const { status, text, headers } = await api.get('/api/v1/projects/files/files/app/(tabs)/my%20file.tsx');
    expect([status, text]).toEqual([200, source]);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('etag')).toBe(`"${sha256}"`);
    const page = await api.get('/api/v1/projects/files/files/app/a.html');
    expect(page.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('sends no bytes to who has them', async () => {
    const path = '/api/v1/projects/files/files/app/a.html';
    const { status, text } = await api.get(path, { 'if-none-match': `"${sha256}"` });
    expect([status, text]).toEqual([304, '']);
  });

  it.each([
    '//etc/hostname',
    '/%2fetc%2fhostname',
    '/..%2f..%2f..%2f..%2fetc%2fhostname',
    '/../../../../../../../etc/hostname',
    '/app/%2e%2e/%2e%2e/package.json',
    '/.',
    '/%5c..%5cpackage.json',
  ])('knows no file %s', async (path) => {
    const { status, text } = await api.getRaw(`/api/v1/projects/files/files${path}`);
    expect(status).toBe(404);
    expect(JSON.parse(text)).toMatchObject({ category: 'not_found' });
  });
});

describe('GET /api/v1/projects/:id/qr.svg', () => {
  it('draws the preview’s URL', async () => {
    await api.happened('qr', completeRun());
    const { status, headers, text } = await api.get('/api/v1/projects/qr/qr.svg');
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('image/svg+xml')]);
    expect(text).toMatch(/^<svg /);
  });

  it('is a conflict before there is one', async () => {
    await api.happened('no-qr', [requested('ann')]);
    const { status, json } = await api.get('/api/v1/projects/no-qr/qr.svg');
    expect([status, json['error']]).toEqual([409, 'preview_not_ready']);
  });
});

function requested(user_id: string): NewEvent {
  return { type: 'RunRequested', data: { prompt: 'an app for plants', user_id }, run: 1, actor: `user:${user_id}` };
}

function wrote(path: string, ref: { sha256: string; bytes: number }): NewEvent {
  return { type: 'FileWritten', data: { path, ...ref, author: 'blueprint' }, run: 1, actor: 'driver' };
}
