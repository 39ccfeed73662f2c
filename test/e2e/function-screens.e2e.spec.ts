import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import functions from '../../src/blueprint/functions/functions.json' with { type: 'json' };
import { wholeApp } from '../../src/blueprint/whole-app.js';
import { seriousFindings } from '../support/axe.js';
import { describeWithChromium } from '../support/chromium.js';
import { FUNCTION_KEYS, functionApp, titleOf } from '../support/function-app.js';
import { Hands, USES } from '../support/function-uses.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { startPreviewSite, type PreviewSite } from '../support/preview-site.js';
import { faultsOf } from '../support/screen-check.js';
import { setTextScale, unfitting } from '../support/screen-fit.js';

const PHONE = { width: 390, height: 844 };
/** Every width, and the large text where it has least and most room, in an order that changes the window seldom. */
const LOOKS = [
  { scale: 1, width: PHONE.width },
  { scale: 1, width: 320 },
  { scale: 2, width: 320 },
  { scale: 2, width: 1280 },
  { scale: 1, width: 1280 },
];
const PATIENCE_MS = 10_000;

describeWithChromium('an app with every screen that does something', () => {
  const plan = functionApp();
  const trouble: string[] = [];
  let site: PreviewSite;
  let browser: Browser;
  let page: Page;
  let hands: Hands;
  let profile: string;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startPreviewSite(), launchChromium()]);
    await site.write('everything', wholeApp(plan, [], { isFinished: true }));
    const { web } = await site.host.open('everything');
    const context = await browser.newContext({ viewport: PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', ({ message }) => trouble.push(message));
    page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
    profile = `${web}/profile`;
    await page.goto(profile, { timeout: FIRST_PREVIEW_TIMEOUT_MS });
    hands = new Hands(page);
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  it('has every kind that the rules choose', () => {
    const chosen = functions.flatMap(({ screens }) =>
      screens.flatMap((screen) => ('function' in screen ? [screen.function.kind] : [])),
    );
    const there = FUNCTION_KEYS.map((key) => key.split(' ')[0]);
    expect([...new Set(chosen)].filter((kind) => !there.includes(kind))).toEqual([]);
  });

  it.each(FUNCTION_KEYS)('does what one comes for: %s; and fits every window, in light and dark', async (key) => {
    if (!page.url().endsWith('/profile')) await page.goto(profile);
    await hands.one('link', titleOf(key)).click();
    await page.getByRole('heading', { level: 1, name: titleOf(key) }).waitFor();
    const use = USES[key];
    if (!use) throw new Error(`Nobody has said how ${key} is used.`);
    await use(hands, plan);

    expect(await lookedAt()).toEqual([]);
    expect(trouble).toEqual([]);
    await hands.press('Back');
  });

  /** The screen as the presses left it, in every width and size of text. */
  async function lookedAt(): Promise<readonly string[]> {
    const found: string[] = [...(await faultsOf(page)), ...(await seriousFindings(page, ['color-contrast']))];
    for (const { scale, width } of LOOKS) {
      await setTextScale(page, scale);
      if (page.viewportSize()?.width !== width) await page.setViewportSize({ ...PHONE, width });
      found.push(...(await unfitting(page)).map((fault) => `${width} px, text × ${scale}: ${fault}`));
    }
    await page.setViewportSize(PHONE);
    return [...new Set(found)];
  }
});
