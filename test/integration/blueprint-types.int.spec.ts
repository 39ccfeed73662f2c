import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DOMAINS } from '../../src/blueprint/lexicon/domains.js';
import { planApp } from '../../src/blueprint/plan-app.js';
import { functionApp } from '../support/function-app.js';
import { stagesOf } from '../support/generated-app.js';
import { FIRST_PREVIEW_TIMEOUT_MS, testKit } from '../support/kit.js';
import { PLAN_WITH_SETTINGS } from '../support/plan-with-settings.js';
import { TypeCheck } from '../support/type-check.js';
import handed from '../support/handed-prompts.json' with { type: 'json' };
import { HOSTILE_PROMPTS, LONG_PROMPT, VARIED_PROMPTS } from '../support/varied-prompts.js';

/** Between them, their stages hold every archetype. */
const STEP_BY_STEP = [
  'Create a fitness tracking app',
  'A sneaker shop with cart, checkout, login, onboarding, map and calendar',
  'Chat app for study groups with a dark theme',
  'Social network with feed and favourites',
  'Pomodoro timer',
  'A stopwatch with laps',
];

describe('the TypeScript of generated apps', () => {
  let check: TypeCheck;

  beforeAll(async () => {
    check = await TypeCheck.open(await testKit());
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(() => check.close());

  it('is strict and clean for every kind of app, at every stage, and for text that tries to break out', async () => {
    const finished = [
      ...DOMAINS.map(({ words: [word = ''] }) => word.replace('*', '')),
      ...VARIED_PROMPTS,
      ...handed.map(({ prompt }) => prompt),
      ...HOSTILE_PROMPTS,
      LONG_PROMPT,
    ];
    for (const [index, prompt] of finished.entries())
      await check.write(`finished-${index}`, stagesOf(planApp({ prompt })).at(-1)?.files ?? new Map());
    await check.write('functions', stagesOf(functionApp()).at(-1)?.files ?? new Map());
    for (const [app, prompt] of STEP_BY_STEP.entries()) {
      for (const [stage, { files }] of stagesOf(planApp({ prompt })).entries())
        await check.write(`stage-${app}-${stage}`, files, `stages-${app}`);
    }
    await check.write('settings', stagesOf(PLAN_WITH_SETTINGS).at(-1)?.files ?? new Map());

    expect(await check.errors()).toBe('');
  }, 240_000);

  it('is really checked: a wrong line is found', async () => {
    const wrong = await TypeCheck.open(await testKit());
    await wrong.write('wrong', new Map([['app/index.tsx', 'export const name: string = 1;\n']]));
    expect(await wrong.errors()).toMatch(/projects\/wrong\/app\/index\.tsx\(1,14\): error TS2322/);
    await wrong.close();
  });
});
