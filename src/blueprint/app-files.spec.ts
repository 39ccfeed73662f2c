import { describe, expect, it } from '@jest/globals';

import { bundledFiles, readSource, resolveImport, routesOf, stagesOf } from '../../test/support/generated-app.js';
import { HOSTILE_PROMPTS, VARIED_PROMPTS } from '../../test/support/varied-prompts.js';
import type { ScreenPlan } from '../generation/plan.js';
import { planApp } from './plan-app.js';
import { tabsLayoutFile } from './render/layout-files.js';
import { wholeApp } from './whole-app.js';
import { screenParts } from './app-parts.js';

const ALLOWED_PACKAGES = [
  '@expo/vector-icons',
  '@react-native-async-storage/async-storage',
  'expo-linear-gradient',
  'expo-router',
  'expo-status-bar',
  'react',
  'react-native',
  'react-native-safe-area-context',
  'react-native-svg',
];

/** Part by part for these; every varied prompt's finished app is type-checked and walked through (test/integration, test/walk). */
const STEP_BY_STEP = [...VARIED_PROMPTS.slice(0, 26), ...HOSTILE_PROMPTS];

describe.each(STEP_BY_STEP.map((prompt) => [prompt.slice(0, 60), prompt]))('the app for %j', (_, prompt) => {
  const plan = planApp({ prompt });
  const stages = stagesOf(plan);

  it.each(stages)('parses, imports only what there is, and links only to what there is after $name', ({ files }) => {
    const routes = routesOf(files);
    const faults = [...files].flatMap(([path, content]) => {
      const { errors, imports, paths } = readSource({ path, content });
      const unknown = imports.filter(({ from }) =>
        from.startsWith('.') ? resolveImport(files, path, from) === undefined : !ALLOWED_PACKAGES.includes(from),
      );
      const dead = paths.filter((link) => !routes.has(link));
      return errors.length + unknown.length + dead.length > 0 ? [{ path, errors, unknown, dead }] : [];
    });
    expect(faults).toEqual([]);
  });

  it.each(stages)('has no file that its bundle would not hold after $name', ({ files }) => {
    const bundled = bundledFiles(files);
    expect([...files.keys()].filter((path) => !bundled.has(path))).toEqual([]);
  });

  it('keeps the store, the model and the exports of the root layout as they are while screens arrive', () => {
    const kept = ['lib/store.ts', 'lib/model.ts', 'lib/samples.ts', 'lib/theme.ts'];
    const [base] = stages;
    const layout = (files: ReadonlyMap<string, string>): string[] =>
      (files.get('app/_layout.tsx') ?? '').match(/^export .*/gm) ?? [];
    for (const { files } of stages) {
      for (const path of kept) expect(files.get(path)).toBe(base?.files.get(path));
      expect(layout(files)).toEqual(layout(base?.files ?? new Map()));
    }
  });

  it('has a tab or a link to every screen of its plan', () => {
    const files = stages.at(-1)?.files ?? new Map<string, string>();
    const linked = new Set([...files].flatMap(([path, content]) => readSource({ path, content }).paths));
    const tabs = new Set(
      plan.screens
        .filter(({ isTab }) => isTab)
        .map(({ route }) => `/${route.replace('(tabs)/', '').replace(/^index$/, '')}`),
    );
    expect([...routesOf(files)].filter((route) => !linked.has(route) && !tabs.has(route))).toEqual([]);
    expect(routesOf(files).size).toBe(plan.screens.length);
  });

  it('shows its name on the screen it opens on and the words of the prompt in its settings', () => {
    const textsOf = (path: string): readonly string[] =>
      readSource({ path, content: stages.at(-1)?.files.get(path) ?? '' }).texts;
    expect(textsOf('app/(tabs)/index.tsx')).toContain(plan.name);
    expect(textsOf('app/settings.tsx')).toContain(plan.tagline);
  });

  it('is the same to the byte for the same prompt and seed', () => {
    expect(JSON.stringify(stagesOf(planApp({ prompt })).map(({ files }) => [...files]))).toBe(
      JSON.stringify(stages.map(({ files }) => [...files])),
    );
  });
});

describe('the parts of an app', () => {
  it('are one for each screen after home, each with its own file among those it writes', () => {
    const plan = planApp({ prompt: 'Create a fitness tracking app' });
    const parts = screenParts(plan);
    expect(parts.map(({ screen }) => screen)).toEqual([
      'Workouts',
      'Workout details',
      'Workout form',
      'Goals',
      'Goal details',
      'Goal form',
      'Statistics',
      'Profile',
      'Settings',
    ]);
    for (const { path, files } of parts) expect(files.map((file) => file.path)).toContain(path);
  });

  it('never write a path outside the folders of an app', () => {
    for (const prompt of HOSTILE_PROMPTS) {
      for (const path of stagesOf(planApp({ prompt })).at(-1)?.files.keys() ?? []) {
        expect(path).toMatch(/^(?:app|components|lib)\/(?:[a-z0-9()[\]_+-]+\/)*[a-z0-9[\]_+-]+\.tsx?$/);
      }
    }
  });
});

describe('a screen of an app', () => {
  const fileOf = (prompt: string, path: string): string =>
    wholeApp(planApp({ prompt })).find((file) => file.path === path)?.content ?? '';

  it.each([
    ['a habit tracker', 'app/(tabs)/streaks.tsx', '<Streaks'],
    ['health app with habits, water and medication', 'app/(tabs)/streaks.tsx', '<Streaks'],
    ['Eine Quiz-App', 'app/(tabs)/index.tsx', '<Filled kind='],
    ['A news app', 'components/record-feed.tsx', '<RecordList'],
  ])('for %j, %s, has %s', (prompt, path, part) => {
    expect(fileOf(prompt, path)).toContain(part);
  });

  it.each([
    [
      ['Home', 'Games', 'Game room', 'Scores', 'Profile'],
      ['Home', 'Games', 'Room', 'Scores', 'Profile'],
    ],
    [
      ['Home', 'Game room', 'Profile'],
      ['Home', 'Game room', 'Profile'],
    ],
    [
      ['Home', 'Network security events', 'Emergency events', 'Statistics', 'Profile'],
      ['Network', 'Emergency'],
    ],
    [['Accueil', 'Articles d’actualité', 'Profil', 'Budget', 'Calendrier'], ['Articles']],
  ])('with the tabs %j has names that fit: %j', (names, labels) => {
    const screens = names.map((name, index): ScreenPlan => ({
      name,
      archetype: 'list',
      route: `(tabs)/${index}`,
      isTab: true,
    }));
    const { content } = tabsLayoutFile({ plan: planApp({ prompt: 'games' }), screens, isFinished: true });
    expect([...content.matchAll(/tabBarLabel: "(.*)"/g)].map(([, label]) => label)).toEqual(
      expect.arrayContaining(labels),
    );
  });
});
