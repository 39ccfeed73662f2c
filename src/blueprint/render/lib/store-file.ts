import type { SourceFile } from '../../../generation/app-files.js';
import type { AppPlan } from '../../../generation/plan.js';
import { hashOf } from '../../seeded-random.js';
import type { AppStage } from '../app-stage.js';
import { settingConstant } from './model-file.js';

/** lib/store.ts: the one typed store, kept on the device. It is the same at every stage, so live updates keep its state. */
export const storeFile = ({ plan }: AppStage): SourceFile => ({
  path: 'lib/store.ts',
  content: `import AsyncStorage from "@react-native-async-storage/async-storage";
import { useSyncExternalStore } from "react";
import { Platform } from "react-native";

import {
  type AppData,
  BLANK,
${constantsOf(plan)}  type CollectionName,
  type Draft,
  INITIAL_PREFERENCES,
  type Preferences,
  type Records,
} from "./model";
import { sampleData } from "./samples";

const STORAGE_KEY = "app-${hashOf(`${plan.name} ${plan.seed}`).toString(36)}";

interface AppState {
  data: AppData;
  preferences: Preferences;
  /** False until what the device has kept was read. */
  isLoaded: boolean;
  /** True while the last change could not be written to the device. */
  hasSaveFailed: boolean;
}

let state: AppState = {
  data: sampleData(),
  preferences: INITIAL_PREFERENCES,
  isLoaded: false,
  hasSaveFailed: false,
};
let saving: Promise<void> = Promise.resolve();
const listeners = new Set<() => void>();

export function useCollection<Name extends CollectionName>(name: Name): AppData[Name] {
  return useAppState((current) => current.data[name]);
}

/** Everything the app keeps; the screen renders anew at every change. */
export function useData(): AppData {
  return useAppState((current) => current.data);
}

export function readData(): AppData {
  return state.data;
}

/** The records as they are now, for code that runs outside a screen. */
export function readCollection<Name extends CollectionName>(name: Name): AppData[Name] {
  return state.data[name];
}

/** The record, or undefined when there is none with this id. */
export function useRecord<Name extends CollectionName>(
  name: Name,
  id: string | undefined,
): Records[Name] | undefined {
  return useAppState((current) => {
    const records: Records[Name][] = current.data[name];
    return records.find((record) => record.id === id);
  });
}

export function usePreferences(): Preferences {
  return useAppState((current) => current.preferences);
}

export function useIsLoaded(): boolean {
  return useAppState((current) => current.isLoaded);
}

export function useHasSaveFailed(): boolean {
  return useAppState((current) => current.hasSaveFailed);
}

/** Adds a record on top of its collection; returns its id. */
export function addRecord<Name extends CollectionName>(name: Name, draft: Draft<Name>): string {
  const id = \`\${Date.now().toString(36)}-\${Math.random().toString(36).slice(2, 8)}\`;
  const record = { ...draft, id } as unknown as Records[Name];
  const records: Records[Name][] = state.data[name];
  replaceCollection(name, [record, ...records]);
  return id;
}

export function updateRecord<Name extends CollectionName>(
  name: Name,
  id: string,
  changes: Partial<Draft<Name>>,
): void {
  const records: Records[Name][] = state.data[name];
  replaceCollection(
    name,
    records.map((record) => (record.id === id ? { ...record, ...changes } : record)),
  );
}

export function removeRecord(name: CollectionName, id: string): void {
  const records: Records[CollectionName][] = state.data[name];
  commit({
    data: { ...state.data, [name]: records.filter((record) => record.id !== id) },
  });
}

export function setPreferences(changes: Partial<Preferences>): void {
  commit({ preferences: { ...state.preferences, ...changes } });
}

/** Puts the sample records and first preferences back. */
export function resetApp(): void {
  commit({ data: sampleData(), preferences: INITIAL_PREFERENCES });
}

function useAppState<Value>(select: (current: AppState) => Value): Value {
  const snapshot = () => select(state);
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function replaceCollection<Name extends CollectionName>(name: Name, records: Records[Name][]): void {
  commit({ data: { ...state.data, [name]: records } });
}

function setState(changes: Partial<AppState>): void {
  state = { ...state, ...changes };
  listeners.forEach((listener) => listener());
}

/** Shows a change at once and writes it to the device, one write after the other. */
function commit(changes: Partial<Pick<AppState, "data" | "preferences">>): void {
  setState(changes);
  saving = saving.then(async () => {
    try {
      const { data, preferences } = state;
      await AsyncStorage.setItem(STORAGE_KEY, JSON.stringify({ data, preferences }));
      if (state.hasSaveFailed) setState({ hasSaveFailed: false });
    } catch {
      setState({ hasSaveFailed: true });
    }
  });
}

async function load(): Promise<void> {
  let saved: string | null = null;
  try {
    saved = await AsyncStorage.getItem(STORAGE_KEY);
    if (saved !== null) setState(restored(JSON.parse(saved)));
  } catch {
    // What cannot be read is set aside, never overwritten.
    if (saved !== null) await AsyncStorage.setItem(\`\${STORAGE_KEY}-unreadable\`, saved).catch(() => undefined);
  }
  setState({ isLoaded: true });
}

/** Saved by this version of the app or an earlier one: what is missing is filled in. */
function restored(saved: { data?: Partial<AppData>; preferences?: Partial<Preferences> }): Partial<AppState> {
  const data = { ...state.data };
  const fill = <Name extends CollectionName>(name: Name) => {
    const records: Records[Name][] | undefined = saved.data?.[name];
    if (Array.isArray(records)) data[name] = records.map((record) => ({ ...BLANK[name], ...record })) as AppData[Name];
  };
  (Object.keys(BLANK) as CollectionName[]).forEach((name) => fill(name));
  return { data, preferences: { ...INITIAL_PREFERENCES, ...${hasSettings(plan) ? 'fitting(saved.preferences)' : 'saved.preferences'} } };
}${hasSettings(plan) ? fittingFunction(plan) : ''}

// A second tab of the same app sees what this one wrote.
if (Platform.OS === "web") {
  window.addEventListener("storage", (event) => {
    if (event.key === STORAGE_KEY) void load();
  });
}

void load();
`,
});

const constantsOf = ({ settings = [] }: AppPlan): string =>
  settings.map(({ name, type }) => (type === 'choice' ? `  ${settingConstant(name)},\n` : '')).join('');

const hasSettings = ({ settings = [] }: AppPlan): boolean => settings.length > 0;

/** An app that was planned anew may keep something else under a name. */
const fittingFunction = ({ settings = [] }: AppPlan): string => `

/** Without what an earlier version kept in another form. */
function fitting(saved: Partial<Preferences> = {}): Partial<Preferences> {
  const initial: Record<string, unknown> = { ...INITIAL_PREFERENCES };
  const choices: Record<string, readonly unknown[] | undefined> = { ${settings
    .filter(({ type }) => type === 'choice')
    .map(({ name }) => `${name}: ${settingConstant(name)}`)
    .join(', ')} };
  const kept = Object.entries(saved).filter(
    ([name, value]) =>
      typeof value === typeof initial[name] &&
      Array.isArray(value) === Array.isArray(initial[name]) &&
      (choices[name]?.includes(value) ?? true),
  );
  return Object.fromEntries(kept) as Partial<Preferences>;
}`;
