import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { SettingPlan } from '../../../generation/plan.js';
import { planApp } from '../../plan-app.js';
import { wholeApp } from '../../whole-app.js';

const SETTINGS: readonly SettingPlan[] = [
  { name: 'unit', label: 'Unit', type: 'choice', choices: ['kg', 'lb'], initial: 'kg', isOffered: true },
  { name: 'sound', label: 'Sound', type: 'boolean', initial: true, isOffered: true },
  { name: 'tempo', label: 'Tempo', type: 'number', unit: 'bpm', initial: 120, isOffered: true },
  { name: 'beat', label: 'Beat on screen', type: 'list', initial: ['x...'], isOffered: false },
];
const plan = { ...planApp({ prompt: 'notes' }), settings: SETTINGS };
const files = new Map(wholeApp(plan, [], { isFinished: true }).map(({ path, content }) => [path, content]));

interface Store {
  readonly setPreferences: (changes: object) => void;
  readonly usePreferences: () => Record<string, unknown>;
  readonly resetApp: () => void;
}

let folder: string;

/** What stands in for the packages of a device: a storage that is one object, and React without a screen. */
const STAND_INS: Readonly<Record<string, string>> = {
  'storage.ts':
    'const kept = globalThis.keptOnDevice ??= new Map();\nexport default { getItem: async (key) => kept.get(key) ?? null, setItem: async (key, text) => void kept.set(key, text) };\n',
  'react.ts': 'export const useSyncExternalStore = (subscribe, snapshot) => snapshot();\n',
  'native.ts': 'export const Platform = { OS: "ios" };\n',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
  for (const [name, text] of Object.entries(STAND_INS)) await writeFile(join(folder, name), text);
  for (const [path, content] of files) {
    if (path.startsWith('lib/')) await writeFile(join(folder, path.slice('lib/'.length)), onThisMachine(content));
  }
});

afterAll(async () => {
  delete (globalThis as { keptOnDevice?: unknown }).keptOnDevice;
  await rm(folder, { recursive: true });
});

function onThisMachine(content: string): string {
  return content
    .replace('"@react-native-async-storage/async-storage"', '"./storage"')
    .replace('"react"', '"./react"')
    .replace('"react-native"', '"./native"');
}

const device = (): Map<string, string> => (globalThis as unknown as { keptOnDevice: Map<string, string> }).keptOnDevice;

/** The store of an app that starts: each time another module, over the same device. */
let starts = 0;
async function started(): Promise<Store> {
  starts += 1;
  const path = join(folder, `store-${starts}.ts`);
  await writeFile(path, onThisMachine(files.get('lib/store.ts') ?? ''));
  const store = (await import(path)) as Store;
  await settled();
  return store;
}

/** The device answers in the turn after it was asked. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the settings of a plan, in the store of its app', () => {
  it('given an app that was never used, are what the plan says', async () => {
    const { usePreferences } = await started();
    expect(usePreferences()).toMatchObject({ unit: 'kg', sound: true, tempo: 120, beat: ['x...'] });
  });

  it('given a change, are there when the app starts again, as the appearance is', async () => {
    const { setPreferences } = await started();
    setPreferences({ unit: 'lb', beat: ['x.x.', '.x.x'], appearance: 'dark' });
    await settled();
    expect((await started()).usePreferences()).toMatchObject({
      unit: 'lb',
      sound: true,
      beat: ['x.x.', '.x.x'],
      appearance: 'dark',
    });
  });

  it('given values that an earlier plan kept in another form, are at first what the plan says', async () => {
    const key = [...device().keys()][0] ?? '';
    const old = { unit: 'stone', sound: 'loud', tempo: [1], beat: 'x', appearance: 'dark' };
    device().set(key, JSON.stringify({ data: {}, preferences: old }));
    expect((await started()).usePreferences()).toMatchObject({
      unit: 'kg',
      sound: true,
      tempo: 120,
      beat: ['x...'],
      appearance: 'dark',
    });
  });

  it('given a fresh start, are what the plan says', async () => {
    const { setPreferences, resetApp, usePreferences } = await started();
    setPreferences({ tempo: 90 });
    resetApp();
    expect(usePreferences()['tempo']).toBe(120);
  });
});

describe('the settings of a plan, on the settings screen', () => {
  it('are those that are offered, by the controls of a form', () => {
    const screen = files.get('app/settings.tsx') ?? '';
    expect(screen).toContain(`<AppSettings heading={${JSON.stringify(plan.name)}} settings={[`);
    expect(screen).toContain('{ name: "unit", label: "Unit", type: "choice", choices: ["kg", "lb"] }');
    expect(screen).toContain('{ name: "tempo", label: "Tempo", type: "number", unit: "bpm" }');
    expect(screen).not.toContain('beat');
    expect(files.has('components/app-settings.tsx')).toBe(true);
  });

  it('are nothing where a plan has none', () => {
    const without = wholeApp(planApp({ prompt: 'notes' }), [], { isFinished: true });
    expect(without.map(({ path }) => path)).not.toContain('components/app-settings.tsx');
    expect(without.find(({ path }) => path === 'lib/store.ts')?.content).not.toContain('fitting');
  });
});
