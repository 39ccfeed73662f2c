/** `npm run walk [-- from to]`: the finished app of every varied prompt, used in Chromium as a person would. */
import process from 'node:process';

import { Logger } from '@nestjs/common';

import { walkApp } from '../support/app-walk.js';
import { launchChromium } from '../support/launch-chromium.js';
import { startPreviewSite } from '../support/preview-site.js';
import { HOSTILE_PROMPTS, LONG_PROMPT, VARIED_PROMPTS } from '../support/varied-prompts.js';

Logger.overrideLogger(false);
const [from = '0', to = '1000'] = process.argv.slice(2);
const prompts = [...VARIED_PROMPTS, ...HOSTILE_PROMPTS, LONG_PROMPT].slice(Number(from), Number(to));
const site = await startPreviewSite();
const browser = await launchChromium();
let failed = 0;
try {
  await site.host.ready();
  for (const [index, prompt] of prompts.entries()) {
    const began = performance.now();
    const troubles = await walkApp(site, browser, `walk-${index}`, prompt);
    if (troubles.length > 0) failed += 1;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(
      `${troubles.length === 0 ? 'ok  ' : 'FAIL'} ${seconds} s  ${JSON.stringify(prompt.slice(0, 70))}\n`,
    );
    for (const trouble of troubles) process.stdout.write(`     ${trouble}\n`);
  }
} finally {
  await browser.close();
  await site.stop();
}
process.stdout.write(`${prompts.length - failed} of ${prompts.length} apps work\n`);
process.exitCode = failed === 0 ? 0 : 1;
