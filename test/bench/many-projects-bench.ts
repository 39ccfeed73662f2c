import { setTimeout as sleep } from 'node:timers/promises';

import { webBundlePath } from '../../src/effects/preview-host/requests/metro-path.js';
import { httpGet } from '../../src/effects/preview-host/http-get.js';
import { HotSocket } from '../support/hot-socket.js';
import { launchChromium } from '../support/launch-chromium.js';
import { appFiles, type PreviewSite, screen, startPreviewSite } from '../support/preview-site.js';
import { editMs } from './edit-bench.js';
import { type Figure, medianAndP95 } from './figures.js';
import { visibleAt } from './visible.js';

const PROJECTS = 200;
const EDITS = 40;
const SETTLE_MS = 500;
/** Longer than it takes to look at a project that was built. */
const IDLE_MS = 2_000;
/** The host gives memory back by itself, in a quiet moment. */
const QUIET_MS = 10_000;
/** Of those made one after the other, how many are between two looks at the memory. */
const STATS_EVERY = 20;

/** Two hundred previews that somebody looks at, one of them in Chromium, and what an edit of any of them reaches. */
export async function benchManyProjects(): Promise<readonly Figure[]> {
  const site = await startPreviewSite({ limits: { idleMs: IDLE_MS } });
  const browser = await launchChromium();
  try {
    await site.host.ready();
    const ids = Array.from({ length: PROJECTS }, (_, n) => `live-${n}`);
    const sockets = new Map<string, HotSocket>();
    for (const id of ids) sockets.set(id, await lookAt(site, id));
    await sleep(QUIET_MS);
    const { rss, graphs } = await site.host.stats();

    const page = await browser.newPage();
    await page.goto(`http://live-7.localhost:${site.port}`);
    await visibleAt(page, 'Words of live-7');
    const visibleMs: number[] = [];
    for (let n = 0; n < EDITS; n++) visibleMs.push(await editMs(site, page, 'live-7', `Edit ${n} of live-7.`));
    await page.close();

    await sleep(SETTLE_MS);
    const { missed, strays } = await editAll(site, sockets);
    await Promise.all([...sockets.values()].map((socket) => socket.close()));
    await sleep(QUIET_MS);
    const idle = await site.host.stats();
    let most = 0;
    for (let n = 0; n < PROJECTS; n++) {
      await (await lookAt(site, `then-${n}`)).close();
      if (n % STATS_EVERY === 0) most = Math.max(most, (await site.host.stats()).rss);
    }
    await sleep(QUIET_MS);
    const after = await site.host.stats();
    return [
      { what: `${graphs} projects live: edit → visible`, value: medianAndP95(visibleMs) },
      { what: `${graphs} projects live: memory of the preview process`, value: megabytes(rss) },
      { what: `${PROJECTS} projects, each edited once: updates missed`, value: String(missed) },
      { what: `${PROJECTS} projects, each edited once: updates that reached another project`, value: String(strays) },
      { what: `the same process when nobody looks (${idle.graphs} graphs)`, value: megabytes(idle.rss) },
      { what: `${PROJECTS} more, one after the other: most memory`, value: megabytes(most) },
      { what: `the same afterwards, when nobody looks (${after.graphs} graphs)`, value: megabytes(after.rss) },
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function lookAt(site: PreviewSite, id: string): Promise<HotSocket> {
  await site.write(id, appFiles(`Words of ${id}`));
  await site.host.open(id);
  const host = `${id}.localhost:${site.port}`;
  await httpGet(site.port, webBundlePath(id), { host, signal: AbortSignal.timeout(60_000) });
  return HotSocket.open(site.port, id);
}

/** Every project gets words of its own: each socket must hear of its project's, and of no other's. */
async function editAll(
  site: PreviewSite,
  sockets: ReadonlyMap<string, HotSocket>,
): Promise<{ missed: number; strays: number }> {
  const words = (id: string): string => `Last words of ${id}.`;
  for (const id of sockets.keys()) await site.write(id, [{ path: 'app/index.tsx', content: screen(words(id)) }]);
  let missed = 0;
  let strays = 0;
  for (const [id, socket] of sockets) {
    if (!(await socket.next('update', (text) => text.includes(words(id))))) missed += 1;
    const foreign = socket.messages.flatMap((text) => text.match(/Last words of live-\d+\./g) ?? []);
    strays += foreign.filter((text) => text !== words(id)).length;
  }
  return { missed, strays };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
