import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { baseFiles } from '../../src/blueprint/app-parts.js';
import { planApp } from '../../src/blueprint/plan-app.js';
import type { PreviewEvent } from '../../src/effects/preview-host/preview-watch.port.js';
import { Skeletons } from '../../src/stages/skeletons.js';
import { describeWithChromium } from '../support/chromium.js';
import { FramedPreview } from '../support/pointing.js';
import { launchChromium } from '../support/launch-chromium.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { appFiles, screen, startPreviewSite, type PreviewSite } from '../support/preview-site.js';

const CRASHING = `import { Text } from 'react-native';
export default function Home() {
  throw new Error('the plan was undefined');
  return <Text>Never</Text>;
}
`;
const ALERTING = `import { useState } from 'react';
import { Alert, Pressable, Text, View } from 'react-native';
export default function Home() {
  const [left, setLeft] = useState(3);
  const [kept, setKept] = useState(false);
  const ask = () => {
    Alert.alert('Delete?', 'It is gone for ever.', [
      { text: 'Cancel', style: 'cancel', onPress: () => setKept(true) },
      { text: 'Delete', style: 'destructive', onPress: () => setLeft(left - 1) },
    ]);
    if (left === 3) Alert.alert('Really');
  };
  return (
    <View>
      <Text>{left} left{kept ? ', kept' : ''}</Text>
      <Pressable onPress={ask}><Text>Remove</Text></Pressable>
    </View>
  );
}
`;
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

  it('show an alert as a dialogue (apps-and-machines.md, row 2), one at a time, whose buttons do what they say', async () => {
    const web = await open('alerts', 'Alerts');
    await site.write('alerts', [{ path: 'app/index.tsx', content: ALERTING }]);
    const page = await visit(web);
    await page.getByText('Remove').click();
    const first = page.getByRole('alertdialog', { name: 'Delete?' });
    await first.getByText('It is gone for ever.').waitFor();
    expect(await page.getByRole('alertdialog').count()).toBe(1);
    await first.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('2 left').waitFor();
    await page.getByRole('alertdialog', { name: 'Really' }).getByRole('button', { name: 'OK' }).click();
    await page.getByText('Remove').click();
    // Escape is the button that cancels.
    await first.waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('2 left, kept').waitFor();
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

  it('warmed before the start become the app by a live update, on the same page', async () => {
    const skeletons = new Skeletons(site.workspace, site.host);
    const urls: string[] = [];
    await skeletons.warm('warm', ({ preview_url }) => urls.push(preview_url));
    const page = await visit(urls[0] ?? '');
    await page.getByText('Your app appears here').waitFor();
    await page.evaluate(() => Object.assign(globalThis, { stillTheSamePage: true }));
    await skeletons.claim('warm');
    const plan = planApp({ prompt: 'An app to manage beehives, inspections and honey harvests' });
    await site.write('warm', baseFiles(plan).files);
    await page.getByText(plan.name).first().waitFor();
    expect(await page.evaluate(() => 'stillTheSamePage' in globalThis)).toBe(true);
    expect(trouble).toEqual([]);
  });

  it('keep the last good screen while a change does not compile, say where it does not, and heal', async () => {
    const page = await visit(await open('stays', 'The last good screen'));
    await page.getByText('The last good screen').waitFor();
    const other = await visit(await open('neighbour', 'The neighbour'));
    await other.getByText('The neighbour').waitFor();
    await site.writeUnchecked('stays', {
      path: 'app/index.tsx',
      content: 'export default function A() {\n  return <b;\n}\n',
    });
    const note = page.locator('#firstlight-error');
    await note.waitFor();
    expect(await note.innerText()).toMatch(/app\/index\.tsx:2:\d+/);
    expect(await page.getByText('The last good screen').isVisible()).toBe(true);
    await site.write('stays', [{ path: 'app/index.tsx', content: screen('Healed') }]);
    await page.getByText('Healed').waitFor();
    expect(await note.count()).toBe(0);
    expect(await other.locator('#firstlight-error').count()).toBe(0);
    expect(await other.getByText('The neighbour').isVisible()).toBe(true);
    expect(trouble).toEqual([]);
  });

  it(
    'come back by themselves when the preview’s process was killed',
    async () => {
      const page = await visit(await open('survives', 'Still here'));
      page.setDefaultTimeout(FIRST_PREVIEW_TIMEOUT_MS);
      await page.getByText('Still here').waitFor();
      await page.evaluate(() => Object.assign(globalThis, { stillTheSamePage: true }));
      process.kill(site.host.processId ?? -1, 'SIGKILL');
      await page.waitForFunction("!('stillTheSamePage' in globalThis)");
      await page.getByText('Still here').waitFor();
      await site.write('survives', [{ path: 'app/index.tsx', content: screen('Live again') }]);
      await page.getByText('Live again').waitFor();
      trouble.length = 0;
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it('report what the app runs into, with its place, and render it anew once it is mended', async () => {
    const crashes: PreviewEvent[] = [];
    const off = site.host.onEvent((event) => event.type === 'crashed' && crashes.push(event));
    const web = await open('crashes', 'Fine');
    await site.write('crashes', [{ path: 'app/index.tsx', content: CRASHING }]);
    const page = await visit(web);
    while (crashes.length === 0) await page.waitForTimeout(50);
    const [crash] = crashes;
    expect(crash).toMatchObject({ label: 'crashes', kind: 'error', at: { file: 'app/index.tsx', line: 3 } });
    expect(crash).toHaveProperty('message', expect.stringContaining('the plan was undefined'));
    await site.write('crashes', [{ path: 'app/index.tsx', content: screen('Mended') }]);
    await page.getByText('Mended').waitFor();
    off();
    trouble.length = 0;
  });

  it('load anew where a module is lacking, and report it where that was no help', async () => {
    const told: PreviewEvent[] = [];
    const off = site.host.onEvent((event) => event.type === 'crashed' && told.push(event));
    const page = await visit(await open('lacks', 'All there'));
    await page.getByText('All there').waitFor();
    const lack = (module: number) =>
      page.evaluate((id) => {
        Object.assign(globalThis, { stillTheSamePage: true });
        setTimeout(() => {
          throw new Error(`Requiring unknown module "${id}".`);
        });
      }, module);
    await lack(1);
    await page.waitForFunction("!('stillTheSamePage' in globalThis)");
    await page.getByText('All there').waitFor();
    expect(told).toEqual([]);
    // However long that took: it was just now.
    await page.evaluate("sessionStorage.setItem('firstlight:anew', String(Date.now()))");
    await lack(2);
    while (told.length === 0) await page.waitForTimeout(50);
    expect(told[0]).toHaveProperty('message', expect.stringContaining('unknown module "2"'));
    expect(await page.evaluate(() => 'stillTheSamePage' in globalThis)).toBe(true);
    off();
    trouble.length = 0;
  });

  it('tell the studio around them where the element is written that a person points at', async () => {
    const { files } = baseFiles(planApp({ prompt: 'An app to manage beehives, inspections and honey harvests' }));
    await site.write('pointed', files);
    const { web } = await site.host.open('pointed');
    const studio = await FramedPreview.open(browser, `http://localhost:${site.port}`, web);
    await studio.frame.getByText('Beehives').first().waitFor();
    const spots = await studio.spots();
    expect(spots.length).toBeGreaterThan(5);
    const places = new Set<string>();
    for (const spot of spots) {
      const { path, line, column, name, text } = await studio.pick(spot);
      const code = String(files.find((file) => file.path === path)?.content).split('\n')[line - 1] ?? '';
      expect(code.slice(column - 1)).toMatch(name === 'Text' ? /^<Text\b/ : /^<[A-Z]\w+\b/);
      if (name === 'Text') expect(spot.text.replaceAll(/\s+/g, ' ')).toContain(text);
      places.add(`${path}:${line}`);
    }
    expect(places.size).toBeGreaterThan(3);
    // What the pointer did was taken from the app.
    expect(studio.frame.url()).toBe(`${web}/`);
    await studio.page.close();
  });

  it('let nobody but the service’s own pages pick, know lines that have moved, and go on after Escape', async () => {
    const web = await open('moved', 'Before');
    const stranger = await FramedPreview.open(browser, await open('stranger', 'Strange'), web);
    await stranger.frame.getByText('Before').waitFor();
    expect(await stranger.turnOn()).toBe(false);
    await stranger.page.close();

    const studio = await FramedPreview.open(browser, `http://127.0.0.1:${site.port}`, web);
    const spotOf = async (text: string) => (await studio.spots()).find((spot) => spot.text === text) ?? { x: 0, y: 0 };
    for (const [text, lines] of [
      ['Before', 0],
      ['After', 2],
      ['After that', 5],
    ] as const) {
      await site.write('moved', [{ path: 'app/index.tsx', content: `${'\n'.repeat(lines)}${screen(text)}` }]);
      await studio.frame.getByText(text, { exact: true }).waitFor();
      const picked = await studio.pick(await spotOf(text));
      expect(picked).toMatchObject({
        type: 'firstlight:picked',
        path: 'app/index.tsx',
        line: 7 + lines,
        name: 'Text',
        text,
      });
    }
    expect(await studio.turnOn()).toBe(true);
    await studio.frame.evaluate('focus()');
    await studio.page.keyboard.press('Escape');
    expect(await studio.told()).toEqual({ type: 'firstlight:pick-left' });
    expect(await studio.frame.locator('#firstlight-pick').count()).toBe(0);
    await studio.page.close();
    expect(trouble).toEqual([]);
  });
});
