/** `npm run gallery -- <folder> [prompt …]`: phone-size pictures of generated apps; docs/gallery.md shows eight of them. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

import { planApp } from '../../src/blueprint/plan-app.js';
import { launchChromium } from '../support/launch-chromium.js';
import { stagesOf } from '../support/generated-app.js';
import { startPreviewSite } from '../support/preview-site.js';
import { GALLERY, type GalleryApp } from './gallery-apps.js';

const tell = (line: string): boolean => process.stdout.write(`${line}\n`);

const PHONE = { width: 390, height: 844 };

const [folder = '.', ...prompts] = process.argv.slice(2);
const apps: readonly GalleryApp[] =
  prompts.length > 0 ? prompts.map((prompt, index) => ({ id: `app-${index}`, prompt })) : GALLERY;

await mkdir(folder, { recursive: true });
const site = await startPreviewSite();
const browser = await launchChromium();
try {
  await site.host.ready();
  for (const { id, prompt, paths } of apps) {
    const plan = planApp({ prompt });
    const files = stagesOf(plan).at(-1)?.files ?? new Map<string, string>();
    await site.write(
      id,
      [...files].map(([path, content]) => ({ path, content })),
    );
    const { web } = await site.host.open(id);
    const page = await browser.newPage({ viewport: PHONE, deviceScaleFactor: 1 });
    page.on('console', (message) => message.type() === 'error' && tell(`${id}: ${message.text()}`));
    page.on('pageerror', (error) => tell(`${id}: ${error.message}`));
    const tabs = plan.screens
      .filter(({ isTab }) => isTab)
      .map(({ route }) => route.replace(/\(\w+\)\//, '').replace(/^index$/, ''));
    for (const path of paths ?? tabs) {
      await page.goto(`${web}/${path}`);
      await page.locator('#root [role=heading], #root h1, #root h2').first().waitFor({ timeout: 60_000 });
      await page.waitForTimeout(300);
      const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'home';
      await page.screenshot({ path: join(folder, `${id}-${name}.png`) });
      tell(`${id}: ${plan.name}, ${path || '/'}`);
    }
    if (plan.notes.length > 0) tell(`  notes: ${plan.notes.join(' | ')}`);
    await page.close();
  }
} finally {
  await browser.close();
  await site.stop();
}
