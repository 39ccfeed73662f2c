import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { walkApp } from '../support/app-walk.js';
import { describeWithChromium } from '../support/chromium.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { startPreviewSite, type PreviewSite } from '../support/preview-site.js';

/** Between them, most archetypes; timers and what else does something are in function-screens.e2e; `npm run walk` goes through all varied prompts. */
const REPRESENTATIVE = [
  'Create a fitness tracking app with workouts, goals and a progress dashboard',
  'Online store for handmade candles with cart, checkout and order history. White background, navy components',
  'Social media app with feed, likes, comments, messages and profiles',
  'Event planning app called "Gather" with onboarding, login, guests and calendar',
  '家計簿アプリを作って',
];

describeWithChromium('a generated app in a browser', () => {
  let site: PreviewSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startPreviewSite();
    browser = await launchChromium();
    await site.host.ready();
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  it.each(REPRESENTATIVE.map((prompt, index) => [prompt, `walk-${index}`]))(
    'for %j shows every screen and keeps what is entered, without a single error',
    async (prompt, id) => {
      expect(await walkApp(site, browser, id, prompt)).toEqual([]);
    },
    120_000,
  );
});
