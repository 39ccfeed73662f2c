import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { ClientPage } from '../support/client-page.js';
import { ProjectViewer } from '../support/follow-project.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { launchChromium } from '../support/launch-chromium.js';
import { serviceProcess, type ServiceProcess } from '../support/service-process.js';

const INSTALLING = /Installing the preview kit/;
const PREPARING = /Preparing the preview/;

/** On folders without a kit, as after a fresh clone. */
describeWithChromium('the first start', () => {
  let browser: Browser;
  let folder: string;
  const services: ServiceProcess[] = [];

  beforeAll(async () => {
    [browser, folder] = await Promise.all([launchChromium(), mkdtemp(join(tmpdir(), 'firstlight-first-'))]);
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(async () => {
    await Promise.all([browser.close(), ...services.map((service) => service.close())]);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const serviceOn = async (kitDir: string): Promise<ServiceProcess> => {
    const service = await serviceProcess({ env: { KIT_DIR: kitDir, PHONE_PREVIEW: 'off' } });
    services.push(service);
    return service;
  };

  const makesAnApp = async (service: ServiceProcess): Promise<void> => {
    const viewer = await ProjectViewer.open(service.url(), 'first');
    viewer.start('A recipe collection called "Saltspoon" with favourites');
    expect(await viewer.end()).toMatchObject({ type: 'complete' });
    expect(viewer.messages.map(({ data: { stage } }) => stage)).toContain('preview_ready');
    await viewer.close();
  };

  it(
    'of two services on one folder installs the kit once; the page shows the first app, and has nothing to complain of',
    async () => {
      const kitDir = join(folder, 'shared', 'kit');
      const [one, other] = await Promise.all([serviceOn(kitDir), serviceOn(kitDir)]);
      await Promise.all([one.start(), other.start()]);
      const client = await ClientPage.open(browser, one.url());
      await client.start('A habit tracker called "Dawnwalk" with daily streaks');
      await client.reaches('Complete', FIRST_PREVIEW_TIMEOUT_MS);
      await client.app.getByText('Dawnwalk').first().waitFor();
      expect(client.complaints).toEqual([]);
      await client.close();
      await makesAnApp(other);
      const installers = [one, other].filter((service) => INSTALLING.test(service.log()));
      expect(installers).toHaveLength(1);
      await Promise.all([one.kill('SIGTERM'), other.kill('SIGTERM')]);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );

  it(
    'goes on where it was killed: in the middle of installing, and of preparing',
    async () => {
      const service = await serviceOn(join(folder, 'killed', 'kit'));
      for (const step of [INSTALLING, PREPARING]) {
        await service.start();
        await service.says(step);
        await service.kill('SIGKILL');
      }
      await service.start();
      await makesAnApp(service);
      expect(service.log()).toMatch(PREPARING);
      expect(service.log()).not.toMatch(INSTALLING);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );
});
