import { describe, expect, it } from '@jest/globals';

import { screenPrompt } from '../../src/authoring/prompts/screen-prompt.js';
import { planApp } from '../../src/blueprint/plan-app.js';
import { checkFile } from '../../src/effects/workspace/gate/check-file.js';
import { isKitImport, KIT_PACKAGES } from '../../src/effects/workspace/kit-packages.port.js';
import { stagesOf } from '../support/generated-app.js';
import { HOSTILE_PROMPTS, VARIED_PROMPTS } from '../support/varied-prompts.js';

/** The same file stands in many stages and apps. */
const passed = new Set<string>();

describe('the gate', () => {
  it.each([...VARIED_PROMPTS, ...HOSTILE_PROMPTS].map((prompt) => [prompt.slice(0, 60), prompt]))(
    'lets every file of the app for %j pass',
    (_, prompt) => {
      for (const { files } of stagesOf(planApp({ prompt }))) {
        for (const [path, content] of files) {
          const file = `${path}\n${content}`;
          if (passed.has(file)) continue;
          expect(() => checkFile({ path, content })).not.toThrow();
          passed.add(file);
        }
      }
    },
  );

  it('lets every package pass that a model is told of', () => {
    const plan = planApp({ prompt: 'Create a recipe app' });
    const [screen] = plan.screens;
    if (!screen) throw new Error('The app has screens.');
    const [system] = screenPrompt('', plan, screen, { files: [], packages: KIT_PACKAGES }).messages;
    const [, named = ''] = /only from:\s+([^.]+)\./.exec(system?.content ?? '') ?? [];
    const packages = named.split(',').map((name) => name.trim());
    expect(packages).toContain('react-native');
    expect(packages.filter((name) => !isKitImport(name))).toEqual([]);
  });
});
