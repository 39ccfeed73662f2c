import { describe, expect, it } from '@jest/globals';

import { planApp } from '../../src/blueprint/plan-app.js';
import { checkFile } from '../../src/effects/workspace/gate/check-file.js';
import { stagesOf } from '../support/generated-app.js';
import { HOSTILE_PROMPTS, VARIED_PROMPTS } from '../support/varied-prompts.js';

describe('the gate', () => {
  it.each([...VARIED_PROMPTS, ...HOSTILE_PROMPTS].map((prompt) => [prompt.slice(0, 60), prompt]))(
    'lets every file of the app for %j pass',
    (_, prompt) => {
      for (const { files } of stagesOf(planApp({ prompt }))) {
        for (const [path, content] of files) expect(() => checkFile({ path, content })).not.toThrow();
      }
    },
  );
});
