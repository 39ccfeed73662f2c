import { parseSync } from 'oxc-parser';
import type { SourceFile } from '../generation/plan.js';

/** Packages of the kit that a screen may use. */
const PACKAGES = new Set([
  'react',
  'react-native',
  'expo-router',
  'expo-status-bar',
  'expo-haptics',
  'expo-image',
  'expo-linear-gradient',
  'react-native-svg',
  'react-native-safe-area-context',
  '@expo/vector-icons',
]);

/** Larger than any screen a person would read. */
const MAX_CHARACTERS = 60_000;

const PLACEHOLDER =
  /\/[/*].*\b(rest of (the|this|your) (file|code|component)|(remains?|stays?) (the same|unchanged)|existing code|omitted for brevity)\b/i;
const FORBIDDEN = /\b(eval|Function|require|process|globalThis)\s*[.(]|\bimport\s*\(/;

/** What is wrong with a file that a model wrote, a sentence each; none where it may be used. */
export function sourceProblems(file: SourceFile, appPaths: ReadonlySet<string>): readonly string[] {
  const { path, content } = file;
  if (content.length > MAX_CHARACTERS) return [`The file has more than ${MAX_CHARACTERS} characters.`];
  const { module, errors } = parseSync(path, content);
  if (errors.length > 0) return errors.slice(0, 5).map(({ message }) => `It does not parse: ${message}`);
  const imported = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
  ];
  const hasDefault = module.staticExports.some(({ entries }) =>
    entries.some((entry) => (entry.exportName.kind as string) === 'Default'),
  );
  const forbidden = FORBIDDEN.exec(content);
  return [
    ...(hasDefault || !path.startsWith('app/') ? [] : ['The screen must be the default export.']),
    ...(PLACEHOLDER.test(content) ? ['A comment stands in for code: write the whole file.'] : []),
    ...(forbidden ? [`${forbidden[0]} is not allowed.`] : []),
    ...imported.flatMap((specifier) => importProblem(path, specifier, appPaths) ?? []),
  ];
}

function importProblem(from: string, specifier: string, appPaths: ReadonlySet<string>): string | undefined {
  if (!specifier.startsWith('.')) {
    return PACKAGES.has(specifier) ? undefined : `The package "${specifier}" is not available.`;
  }
  const target = resolved(from, specifier);
  const isThere = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].some((ending) => appPaths.has(`${target}${ending}`));
  return isThere ? undefined : `"${specifier}" is no file of this app.`;
}

function resolved(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
