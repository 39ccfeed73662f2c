import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Each project has its own entry: with expo-router's stock entry and a shared cache, the second project renders the first
 * one's app. index.js and App.js must be two files, or a change of a route would reload the page.
 */
const ENTRY_FILES = {
  'index.js': `import '@expo/metro-runtime';
import { registerRootComponent } from 'expo';
import { App } from './App';
registerRootComponent(App);
`,
  'App.js': `import { ExpoRoot } from 'expo-router';
import { createElement } from 'react';
const routes = require.context(
  './app',
  true,
  /^(?:\\.\\/)(?!(?:(?:(?:.*\\+api)|(?:\\+(html|native-intent))))\\.[tj]sx?$).*(?:\\.ios|\\.android|\\.native)?\\.[tj]sx?$/,
);
export function App() {
  return createElement(ExpoRoot, { context: routes });
}
`,
};

/** Writes a project's entry files where they differ; returns the names written. */
export async function writeEntryFiles(projectDir: string): Promise<readonly string[]> {
  await mkdir(join(projectDir, 'app'), { recursive: true });
  const written: string[] = [];
  for (const [name, content] of Object.entries(ENTRY_FILES)) {
    const file = join(projectDir, name);
    if ((await readFile(file, 'utf8').catch(() => undefined)) === content) continue;
    await writeFile(file, content);
    written.push(name);
  }
  return written;
}
