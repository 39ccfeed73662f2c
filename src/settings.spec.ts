import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readSettings, SETTING_NAMES, SettingsInvalid } from './settings.js';
import { STAGE_DEADLINES_MS } from './stages/stage-deadlines.js';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsInvalid) return error.problems;
    throw error;
  }
};

describe('the settings', () => {
  it('have a default each, so that none has to be given', () => {
    expect(readSettings({})).toMatchObject({ PORT: 8000, HOST: '127.0.0.1', DATA_DIR: '.firstlight' });
  });

  it('count an empty value as not given', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 8000 });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['PREVIEW_DOMAIN', 'Not A Domain'],
    ['MAX_ACTIVE_RUNS', '0'],
    ['PREVIEW_WORKERS', '0'],
    ['EDITS_KEPT_DAYS', '0'],
    ['MODEL_CONCURRENCY', '0'],
    ['BUDGET_USD_PER_USER_PER_DAY', '-1'],
    ['STAGE_DEADLINES', 'cooking=5'],
    ['STAGE_DEADLINES', 'preview_ready=soon'],
    ['STAGE_DEADLINES', 'preview_ready=0'],
  ])('stop the start for %s=%s, naming the variable, its value and its meaning', (name, value) => {
    const [problem, ...others] = problemsOf({ [name]: value });
    expect(others).toEqual([]);
    expect(problem).toContain(`${name}=${JSON.stringify(value)}: `);
    expect(problem).toMatch(/\(.{20,}\)$/);
  });

  it('name every problem at once', () => {
    expect(problemsOf({ PORT: 'x', MAX_ACTIVE_RUNS: 'y' })).toHaveLength(2);
  });

  it.each(['0.0.0.0', '192.168.1.7', 'example.org', '::'])('refuse to listen on %s without a login', (HOST) => {
    expect(problemsOf({ HOST })[0]).toContain(`HOST="${HOST}"`);
  });

  it('refuse an image model without a server to ask', () => {
    expect(problemsOf({ OPENAI_IMAGE_MODEL: 'gpt-image-2' })[0]).toContain('set OPENAI_API_KEY or OPENAI_BASE_URL');
    expect(problemsOf({ OPENAI_IMAGE_MODEL: 'gpt-image-2', OPENAI_API_KEY: 'sk' })).toEqual([]);
  });

  it('take loopback addresses and lists of origins', () => {
    expect(readSettings({ HOST: '::1', CORS_ORIGINS: 'https://a.example, http://localhost:3000' })).toMatchObject({
      HOST: '::1',
      CORS_ORIGINS: ['https://a.example', 'http://localhost:3000'],
    });
  });

  it('take a public address, but none among the previews', () => {
    expect(readSettings({ PUBLIC_URL: 'https://firstlight.example.org' }).PUBLIC_URL).toBeDefined();
    expect(problemsOf({ PUBLIC_URL: 'firstlight.example.org' })[0]).toContain('PUBLIC_URL=');
    expect(problemsOf({ PUBLIC_URL: 'http://service.localhost:8000' })[0]).toContain('PREVIEW_DOMAIN=localhost');
  });

  it('let in no page without an origin by default', () => {
    expect(readSettings({}).CORS_ORIGINS).not.toContain('null');
  });

  it('change the deadlines of the stages that are named, in seconds', () => {
    const { STAGE_DEADLINES } = readSettings({ STAGE_DEADLINES: 'installing_deps=600, preview_ready=1.5' });
    expect(STAGE_DEADLINES).toEqual({ ...STAGE_DEADLINES_MS, installing_deps: 600_000, preview_ready: 1_500 });
  });

  it('are all in README’s table', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    expect(SETTING_NAMES.filter((name) => !new RegExp(`^\\| \`${name}\` +\\|`, 'm').test(readme))).toEqual([]);
  });
});
