import { describe } from '@jest/globals';

import { foundChromium } from './launch-chromium.js';

/** `describe` for tests that need a browser: skipped with a message if there is none, but failing with CI=true. */
export function describeWithChromium(name: string, fn: () => void): void {
  if (foundChromium || process.env['CI'] === 'true') {
    describe(name, fn);
    return;
  }
  process.stderr.write(`SKIPPED, no Chromium runs here (install one, or name it in CHROMIUM_PATH): ${name}\n`);
  describe.skip(`${name} (needs Chromium)`, fn);
}
