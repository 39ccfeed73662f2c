import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TEMPLATE_IDS } from '../../src/blueprint/themes.js';
import { type ApiService, startApi } from './api-service.js';

const PRESET = {
  name: 'Bees',
  prompt: 'An app to manage beehives and inspections',
  template_id: 'FOREST-green',
  options: { seed: 7 },
};

let api: ApiService;
beforeAll(async () => {
  api = await startApi('api-presets');
});
afterAll(() => api.close());

const send = async (method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }> => {
  const response = await fetch(api.url + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? undefined : JSON.parse(text) };
};

describe('GET /api/v1/templates', () => {
  it('lists every template with swatches and both sets of colours', async () => {
    const { status, json } = await api.get('/api/v1/templates');
    const templates = json['templates'] as {
      id: string;
      swatches: string[];
      light: Record<string, string>;
      dark: Record<string, string>;
    }[];
    expect([status, templates.map(({ id }) => id)]).toEqual([200, [...TEMPLATE_IDS]]);
    for (const { swatches, light, dark } of templates) {
      expect(swatches).toHaveLength(4);
      for (const colour of [...swatches, ...Object.values(light), ...Object.values(dark)])
        expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    }
  });
});

describe('presets', () => {
  it('start as a set in which every template exists and every prompt can be used', async () => {
    const { json } = await api.get('/api/v1/presets');
    const presets = json['presets'] as { prompt: string; template_id: string }[];
    expect(presets.length).toBeGreaterThanOrEqual(8);
    for (const { prompt, template_id } of presets) {
      expect(prompt.length).toBeGreaterThanOrEqual(10);
      expect(TEMPLATE_IDS).toContain(template_id);
    }
  });

  it('are saved, read, replaced and deleted', async () => {
    const added = await send('POST', '/api/v1/presets', PRESET);
    expect(added).toMatchObject({ status: 201, json: { ...PRESET, template_id: 'forest_green' } });
    const path = `/api/v1/presets/${(added.json as { id: string }).id}`;
    expect(await send('GET', path)).toMatchObject({ status: 200, json: added.json });
    const replaced = await send('PUT', path, { name: 'Hives', prompt: PRESET.prompt });
    expect(replaced).toMatchObject({ status: 200, json: { name: 'Hives', template_id: null, options: {} } });
    expect(await send('DELETE', path)).toEqual({ status: 204, json: undefined });
    expect(await send('GET', path)).toMatchObject({ status: 404, json: { error: 'preset_not_found' } });
  });

  it.each([
    ['POST', '/api/v1/presets', { ...PRESET, name: '' }, 400, 'invalid_request'],
    ['POST', '/api/v1/presets', { ...PRESET, prompt: 'short' }, 422, 'prompt_length'],
    ['POST', '/api/v1/presets', { ...PRESET, template_id: 'glitter' }, 422, 'unknown_template'],
    ['PUT', '/api/v1/presets/none-such', PRESET, 404, 'preset_not_found'],
    ['DELETE', '/api/v1/presets/none-such', undefined, 404, 'preset_not_found'],
  ])('refuse %s %s with %j', async (method, path, body, status, error) => {
    expect(await send(method, path, body)).toMatchObject({ status, json: { error } });
  });
});
