import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithChromium } from '../support/chromium.js';
import { launchChromium } from '../support/launch-chromium.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { type RunningService, startService } from '../support/service.js';

const SEED = join(import.meta.dirname, '../fixtures/seed');
/** Debian's, whose packages python3-requests and python3-websocket the snippets use. */
const PYTHON = '/usr/bin/python3';

let service: RunningService;

beforeAll(async () => {
  service = await startService();
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  await service.close();
});

async function hasPythonPackages(): Promise<boolean> {
  if (!existsSync(PYTHON)) return false;
  const { exitCode } = await execa(PYTHON, ['-c', 'import requests, websocket'], { reject: false });
  return exitCode === 0;
}

/** Skipped by name on a machine without Debian's packages, a failure in CI. */
const describeWithPython =
  process.env['CI'] === 'true' || (await hasPythonPackages())
    ? describe
    : (name: string, fn: () => void) => {
        process.stderr.write(`SKIPPED, python3-requests and python3-websocket are not installed: ${name}\n`);
        describe.skip(`${name} (needs python3-requests and python3-websocket)`, fn);
      };

describeWithPython('the seed document’s Python snippets', () => {
  const run = async (script: string, ...args: string[]): Promise<readonly string[]> => {
    const env = { BASE_URL: service.url };
    const { stdout } = await execa(PYTHON, [join(SEED, script), ...args], { env, timeout: 120_000 });
    return stdout.split('\n');
  };

  it('“new way”: the WebSocket tells the progress, gives the preview and ends', async () => {
    const lines = await run('new_way.py', 'python-new', 'Create a plant care app with watering reminders');
    expect(lines).toContain('5%: Analyzing requirements');
    expect(lines).toContain('60%: Preview is live!');
    expect(lines.filter((line) => line.startsWith('Preview: '))).toEqual([
      `Preview: http://python-new.localhost:${service.port}`,
    ]);
    expect(lines.at(-1)).toBe('Done!');
  }, 120_000);

  it('“old way”: POST /generate, then poll until ready', async () => {
    const [previewUrl] = await run('old_way.py', 'a todo app; with dark mode');
    expect(previewUrl).toMatch(new RegExp(`^http://[a-z0-9-]+\\.localhost:${service.port}$`));
  }, 120_000);
});

describe('the seed document’s REST snippet', () => {
  it('starts a run with all its fields, whose stream status counts its viewers', async () => {
    const response = await fetch(`${service.url}/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        prompt: 'Create a fitness tracking app...',
        user_id: 'user123',
        template_id: 'modern-blue',
      }),
    });
    expect(response.status).toBe(201);
    const { project_id: id } = (await response.json()) as { project_id: string };
    const status = await fetch(`${service.url}/api/v1/stream-status/${id}`);
    expect(await status.json()).toMatchObject({ project_id: id, active_connections: 0, status: 'inactive' });
  });
});

describeWithChromium('the seed document’s browser snippet', () => {
  it('shows progress, preview and screens, and completes', async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(service.url);
      await page.evaluate(`window.seed = { projectId: 'browser-seed', host: location.host }`);
      await page.addScriptTag({ path: join(SEED, 'browser.js') });
      await page.waitForFunction('window.seed.told.complete !== undefined', undefined, { timeout: 120_000 });

      const told = await page.evaluate<{
        previews: string[];
        screens: string[];
        widths: number[];
        errors: string[];
        complete: { success: boolean; screens_added: string[] };
      }>('window.seed.told');
      expect(told.errors).toEqual([]);
      expect(told.previews).toEqual([`http://browser-seed.localhost:${service.port}`]);
      expect(told.widths).toEqual([...told.widths].sort((a, b) => a - b));
      expect(told.widths.at(-1)).toBe(100);
      expect(told.complete).toMatchObject({ success: true, screens_added: told.screens });
    } finally {
      await browser.close();
    }
  }, 150_000);
});
