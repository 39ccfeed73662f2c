import { describe, expect, it } from '@jest/globals';

import { planApp } from '../../src/blueprint/plan-app.js';
import { SHARED_FILES } from '../../src/blueprint/render/shared-files.js';
import { stagesOf } from '../support/generated-app.js';
import { lintFindings } from '../support/lint-check.js';
import { PLAN_WITH_SETTINGS } from '../support/plan-with-settings.js';

/** Between them, these hold every archetype and every kind of field. */
const PROMPTS = [
  'Create a fitness tracking app with workouts, goals and a progress dashboard',
  'A sneaker shop with cart, checkout, login, onboarding, map and calendar',
  'Chat app for study groups with a dark theme',
  'Social network with feed and favourites',
  'chess timer',
  'A stopwatch with laps',
];

describe('the code of generated apps', () => {
  it('is clean for a strict linter with the rules of hooks', async () => {
    const plans = [...PROMPTS.map((prompt) => planApp({ prompt })), PLAN_WITH_SETTINGS];
    const files = plans.flatMap((plan) => [...(stagesOf(plan).at(-1)?.files ?? [])]);
    const shared = SHARED_FILES.map(({ path, content }): [string, string] => [path, content]);
    const distinct = new Map([...files, ...shared].map((file) => [file.join(' '), file]));
    const findings = new Set<string>();
    for (const [path, content] of distinct.values())
      for (const finding of await lintFindings(path, content)) findings.add(finding);

    expect([...findings]).toEqual([]);
  }, 60_000);

  it('is really linted: a hook in a condition is found', async () => {
    const conditional =
      'import { useState } from "react";\nexport function Once({ on }: { on: boolean }) {\n  if (on) useState(0);\n  return null;\n}\n';
    expect(await lintFindings('components/once.tsx', conditional)).toEqual([
      expect.stringContaining('react-hooks/rules-of-hooks'),
    ]);
  });
});
