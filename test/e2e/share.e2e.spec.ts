import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { packageRoot } from '../../src/effects/processes/package-root.js';
import { describeWithChromium } from '../support/chromium.js';
import { launchChromium } from '../support/launch-chromium.js';
import { ClientPage } from '../support/client-page.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { type RunningService, startService, untilPreviewsAreReady } from '../support/service.js';

const PATIENCE_MS = 180_000;

let service: RunningService;
let browser: Browser;

/** A screen that asks before it deletes, by React Native's own Alert. */
const ASKING = `import { useState } from 'react';
import { Alert, Pressable, Text, View } from 'react-native';
export default function Asking() {
  const [isThere, setIsThere] = useState(true);
  const buttons = [{ text: 'Cancel' }, { text: 'Delete', onPress: () => setIsThere(false) }];
  return (
    <View>
      <Text>{isThere ? 'It is there' : 'It is gone'}</Text>
      <Pressable onPress={() => Alert.alert('Delete?', '', buttons)}><Text>Remove</Text></Pressable>
    </View>
  );
}
`;

const post = (path: string): Promise<Response> => fetch(service.url + path, { method: 'POST' });

/** To the one project there is. */
async function addScreen(path: string, content: string): Promise<void> {
  const { projects } = (await (await fetch(`${service.url}/api/v1/projects`)).json()) as {
    projects: { project_id: string }[];
  };
  const { status } = await fetch(`${service.url}/api/v1/projects/${projects[0]?.project_id ?? ''}/files/${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'if-none-match': '*' },
    body: content,
  });
  expect(status).toBeLessThan(300);
}

describeWithChromium('a shared app', () => {
  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(), launchChromium()]);
    await untilPreviewsAreReady(service);
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  it(
    'is a site of its own that needs no preview, also after a restart without any of its files',
    async () => {
      const client = await ClientPage.open(browser, service.url);
      await client.start('Create a recipe app called Saffron with favourites');
      await client.reaches('Complete', FIRST_PREVIEW_TIMEOUT_MS);
      await addScreen('app/asking.tsx', ASKING);
      await client.page.getByRole('button', { name: 'Share' }).click();
      const link = client.page.getByRole('link', { name: /\.share\.localhost:/ });
      await link.waitFor({ timeout: PATIENCE_MS });
      const url = (await link.getAttribute('href')) ?? '';
      expect(client.complaints).toEqual([]);
      await client.close();

      await service.restart(() => rm(join(service.dataDir, 'preview/projects'), { recursive: true, force: true }));
      const page = await browser.newPage();
      const trouble: string[] = [];
      page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
      page.on('pageerror', (error) => trouble.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:')) trouble.push(request.url());
      });
      await page.goto(url);
      await page.getByText('Saffron').first().waitFor();
      await page.getByRole('tab', { name: 'Recipes' }).click();
      await page.getByRole('tab', { name: 'Recipes', selected: true }).waitFor();
      await page.reload();
      await page.getByRole('tab', { name: 'Recipes', selected: true }).waitFor();
      expect(await page.evaluate<number>('document.fonts.ready.then((fonts) => fonts.size)')).toBeGreaterThan(0);
      expect(trouble).toEqual([]);

      // React Native's Alert does in a shared site what it does on phones, not what it does in react-native-web: nothing.
      await page.goto(`${url}/asking`);
      await page.getByText('Remove').click();
      await page.getByRole('alertdialog', { name: 'Delete?' }).getByRole('button', { name: 'Delete' }).click();
      await page.getByText('It is gone').waitFor();
      expect(trouble).toEqual([]);

      // It is public: nothing in it says where this machine keeps files, which ports it has, or where its elements are written.
      const script = (await page.locator('script[src]').getAttribute('src')) ?? '';
      const code = await page.evaluate<string>(`fetch(${JSON.stringify(script)}).then((answer) => answer.text())`);
      const told = [service.dataDir, packageRoot(), '127.0.0.1:', 'firstlightPlaces'].filter((words) =>
        code.includes(words),
      );
      expect([code.includes('Saffron'), told]).toEqual([true, []]);
    },
    FIRST_PREVIEW_TIMEOUT_MS + PATIENCE_MS,
  );

  it('is not there for a project that was not shared, and cannot be asked for before its run is complete', async () => {
    const page = await browser.newPage();
    expect((await page.goto(`http://nobody.share.localhost:${service.port}`))?.status()).toBe(404);
    expect((await post('/api/v1/projects/nobody/share')).status).toBe(404);
  });
});
