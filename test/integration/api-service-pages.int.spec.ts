import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { type ApiService, startApi, VERSION } from './api-service.js';
import { failedRun } from './projection-run.js';

let api: ApiService;
beforeAll(async () => {
  api = await startApi('api-routes');
  await api.happened('known', failedRun());
});
afterAll(() => api.close());

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { content: Record<string, { schema: object }> };
  readonly responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

describe('GET /docs', () => {
  it('serves a page', async () => {
    const { status, text } = await api.get('/docs');
    expect(status).toBe(200);
    expect(text).toContain('swagger-ui');
  });

  it('has a valid OpenAPI document', async () => {
    const { json } = await api.get('/docs/openapi.json');
    expect(await new Validator().validate(json)).toMatchObject({ valid: true });
  });

  it('names every route with its schemas', async () => {
    const { json } = await api.get('/docs/openapi.json');
    const paths = json['paths'] as Record<string, Record<string, Operation>>;
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
    );
    expect(routes.map(({ route }) => route).sort()).toEqual([
      'DELETE /api/v1/models/chosen',
      'DELETE /api/v1/models/lessons',
      'DELETE /api/v1/presets/{preset_id}',
      'DELETE /api/v1/projects/{project_id}',
      'DELETE /api/v1/projects/{project_id}/files/{path}',
      'DELETE /api/v1/projects/{project_id}/queue/{revision}',
      'GET /api/v1/admin/live',
      'GET /api/v1/admin/runs',
      'GET /api/v1/admin/runs/export',
      'GET /api/v1/admin/runs/{project_id}/{run}',
      'GET /api/v1/admin/stats',
      'GET /api/v1/experiments',
      'GET /api/v1/experiments/{experiment_id}',
      'GET /api/v1/experiments/{experiment_id}/ballot',
      'GET /api/v1/models',
      'GET /api/v1/models/lessons',
      'GET /api/v1/models/names',
      'GET /api/v1/presets',
      'GET /api/v1/presets/{preset_id}',
      'GET /api/v1/projects',
      'GET /api/v1/projects/{project_id}',
      'GET /api/v1/projects/{project_id}/conflicts',
      'GET /api/v1/projects/{project_id}/diff',
      'GET /api/v1/projects/{project_id}/download',
      'GET /api/v1/projects/{project_id}/events',
      'GET /api/v1/projects/{project_id}/files',
      'GET /api/v1/projects/{project_id}/files/{path}',
      'GET /api/v1/projects/{project_id}/qr.svg',
      'GET /api/v1/projects/{project_id}/queue',
      'GET /api/v1/projects/{project_id}/share',
      'GET /api/v1/projects/{project_id}/versions',
      'GET /api/v1/projects/{project_id}/versions/{seq}/preview',
      'GET /api/v1/stream-status/{project_id}',
      'GET /api/v1/templates',
      'GET /health',
      'GET /status/{project_id}',
      'POST /api/v1/admin/projects/{project_id}/suspend',
      'POST /api/v1/estimate',
      'POST /api/v1/experiments',
      'POST /api/v1/experiments/{experiment_id}/cancel',
      'POST /api/v1/experiments/{experiment_id}/resume',
      'POST /api/v1/experiments/{experiment_id}/suspend',
      'POST /api/v1/experiments/{experiment_id}/votes',
      'POST /api/v1/generate',
      'POST /api/v1/presets',
      'POST /api/v1/projects/{project_id}/cancel',
      'POST /api/v1/projects/{project_id}/conflicts/{conflict}',
      'POST /api/v1/projects/{project_id}/fork',
      'POST /api/v1/projects/{project_id}/rebuild',
      'POST /api/v1/projects/{project_id}/renames',
      'POST /api/v1/projects/{project_id}/restore',
      'POST /api/v1/projects/{project_id}/retry',
      'POST /api/v1/projects/{project_id}/revise',
      'POST /api/v1/projects/{project_id}/share',
      'POST /generate',
      'PUT /api/v1/models/chosen',
      'PUT /api/v1/presets/{preset_id}',
      'PUT /api/v1/projects/{project_id}/files/{path}',
    ]);
    expect(new Set(routes.map(({ operation }) => operation.operationId)).size).toBe(routes.length);
    for (const { operation } of routes) {
      const [status, success] = Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? [];
      const bodies = Object.values(success?.content ?? {});
      expect(bodies.length > 0).toBe(status !== '204');
      for (const body of bodies) expect(body).toMatchObject({ schema: { type: expect.any(String) } });
      expect(operation.responses['503']?.content).toBeDefined();
    }
    expect(paths['/generate']?.['post']?.requestBody?.content['application/json']?.schema).toMatchObject({
      required: ['prompt'],
      properties: { prompt: { minLength: 10, maxLength: 5000 }, project_id: { type: 'string' } },
    });
  });
});

describe('GET /', () => {
  it('serves the page, fresh each time', async () => {
    const { status, headers, text } = await api.get('/');
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect(text.toLowerCase()).toContain('<!doctype html>');
  });
});

describe('GET /health', () => {
  it('tells that all is well', async () => {
    const { status, json } = await api.get('/health');
    expect(status).toBe(200);
    expect(json).toEqual({
      status: 'ok',
      version: VERSION,
      uptime_s: expect.any(Number),
      checks: {
        database: { status: 'ok' },
        disk: { status: expect.any(String), free_mb: expect.any(Number) },
        log: { status: 'ok' },
        projections: { status: 'ok', lag: { status: 0, files: 0, connections: 0, sites: 0 } },
      },
    });
  });
});

describe('without its database', () => {
  it('the service stays up and says so', async () => {
    await api.dropDatabase();
    const health = await api.get('/health');
    expect([health.status, health.json['status']]).toEqual([503, 'failed']);
    const read = await api.get('/status/known');
    expect(read.status).toBe(503);
    expect(read.json).toMatchObject({ error: 'database_unavailable', category: 'unavailable', project_id: 'known' });
    expect(read.headers.get('retry-after')).toBe('2');
    const write = await api.post('/generate', { prompt: 'an app to water my plants' });
    expect([write.status, write.json['error']]).toEqual([503, 'database_unavailable']);
    // Through Prisma, which wraps what the driver says.
    const presets = await api.get('/api/v1/presets');
    const preset = await api.post('/api/v1/presets', { name: 'Plants', prompt: 'an app to water my plants' });
    for (const { status, json, headers } of [presets, preset]) {
      expect([status, json['error'], headers.get('retry-after')]).toEqual([503, 'database_unavailable', '2']);
    }
  });
});
