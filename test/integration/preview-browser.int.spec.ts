import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { describeWithChromium, launchChromium } from '../support/chromium.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { appFiles, screen, startPreviewSite, type PreviewSite } from '../support/preview-site.js';

const PATIENCE_MS = 30_000;

describeWithChromium('previews in a browser', () => {
  let site: PreviewSite;
  let browser: Browser;
  const trouble: string[] = [];

  const visit = async (url: string): Promise<Page> => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
    page.on(
      'response',
      (response) => response.status() >= 400 && trouble.push(`${response.status()} ${response.url()}`),
    );
    await page.goto(url);
    return page;
  };
  const open = async (id: string, text: string): Promise<string> => {
    await site.write(id, appFiles(text));
    return (await site.host.open(id)).web;
  };

  beforeAll(async () => {
    site = await startPreviewSite();
    browser = await launchChromium();
    await site.host.ready();
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  it('show two projects at once, each its own screens, and an edit only where it belongs', async () => {
    const [first, second] = await Promise.all([
      visit(await open('apples', 'All about apples')),
      visit(await open('pears', 'All about pears')),
    ]);
    await first.getByText('All about apples').waitFor();
    await second.getByText('All about pears').waitFor();
    await first.evaluate(() => Object.assign(globalThis, { stillTheSamePage: true }));

    await site.write('apples', [{ path: 'app/index.tsx', content: screen('Apples, edited') }]);
    await first.getByText('Apples, edited').waitFor();
    expect(await first.evaluate(() => 'stillTheSamePage' in globalThis)).toBe(true);
    expect(await second.locator('body').innerText()).toContain('All about pears');
    expect(await second.locator('body').innerText()).not.toContain('pples');
    expect(trouble).toEqual([]);
  });

  it('open at a deep link, with icons', async () => {
    const page = await visit(`${await open('deep', 'Deep')}/details/42`);
    await page.getByText('Deep details').waitFor();
    await page.waitForFunction("document.fonts.size > 0 && document.fonts.check('24px ionicons')");
    expect(trouble).toEqual([]);
  });

  it('say why an app does not compile, and show it once it does', async () => {
    const web = await open('broken', 'Works');
    await site.writeUnchecked('broken', {
      path: 'app/index.tsx',
      content: 'export default function Home() {\n  return <View>;\n}\n',
    });
    const page = await visit(web);
    await page.getByText('This app does not compile yet').waitFor();
    expect(await page.locator('#firstlight-error').innerText()).toContain('app/index.tsx');
    await site.write('broken', [{ path: 'app/index.tsx', content: screen('Works again') }]);
    await page.getByText('Works again').waitFor();
    trouble.length = 0;
  });
});
