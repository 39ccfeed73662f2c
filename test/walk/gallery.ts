/** `npm run gallery -- <folder> [prompt …]`: phone-size pictures of generated apps, and for each app one of all of them, as docs/gallery.md shows it. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

import { planApp } from '../../src/blueprint/plan-app.js';
import { launchChromium } from '../support/launch-chromium.js';
import { stagesOf } from '../support/generated-app.js';
import { startPreviewSite } from '../support/preview-site.js';
import { GALLERY, type GalleryApp } from './gallery-apps.js';

const tell = (line: string): boolean => process.stdout.write(`${line}\n`);

const PHONE = { width: 390, height: 844 };
const MOST_PICTURES = 4;
const SMALL = { width: 234, height: 506 };
const GAP = 8;

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
    const pictures: string[] = [];
    for (const path of (paths ?? tabs).slice(0, MOST_PICTURES)) {
      await page.goto(`${web}/${path}`);
      await page.locator('#root [role=heading], #root h1, #root h2').first().waitFor({ timeout: 60_000 });
      await page.waitForTimeout(300);
      const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'home';
      const picture = join(folder, `${id}-${name}.png`);
      await page.screenshot({ path: picture });
      pictures.push(picture);
      tell(`${id}: ${plan.name}, ${path || '/'}`);
    }
    if (plan.notes.length > 0) tell(`  notes: ${plan.notes.join(' | ')}`);
    await page.close();
    await sideBySide(pictures, join(folder, `${id}.png`));
  }
} finally {
  await browser.close();
  await site.stop();
}

/** Small pictures in a row. */
async function sideBySide(pictures: readonly string[], path: string): Promise<void> {
  const width = pictures.length * (SMALL.width + GAP) - GAP;
  const page = await browser.newPage({ viewport: { width, height: SMALL.height } });
  const images = await Promise.all(pictures.map((picture) => readFile(picture, 'base64')));
  const shown = images.map((image) => `<img width="${SMALL.width}" src="data:image/png;base64,${image}">`);
  await page.setContent(`<body style="margin:0;display:flex;gap:${GAP}px;align-items:start">${shown.join('')}`);
  await page.screenshot({ path, omitBackground: true });
  await page.close();
}
