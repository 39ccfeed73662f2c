import { parseSync } from 'oxc-parser';
import type { SourceFile } from '../generation/plan.js';

/** Larger than any screen a person would read. */
const MAX_CHARACTERS = 60_000;

/**
 * How a file that a model wrote does not fit its app, a sentence each; none where it does. What any file of an app may hold is
 * the gate's to say, and so is that it parses. `appPaths`: every file of the app.
 */
export function fitProblems({ path, content }: SourceFile, appPaths: ReadonlySet<string>): readonly string[] {
  if (content.length > MAX_CHARACTERS) return [`The file has more than ${MAX_CHARACTERS} characters.`];
  const { module, errors } = parseSync(path, content);
  if (errors.length > 0) return [];
  const imported = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
  ];
  const hasDefault = module.staticExports.some(({ entries }) =>
    entries.some((entry) => (entry.exportName.kind as string) === 'Default'),
  );
  const missing = imported.filter((specifier) => specifier.startsWith('.') && !isOfApp(path, specifier, appPaths));
  return [
    ...(hasDefault || !path.startsWith('app/') ? [] : ['The screen must be the default export.']),
    ...missing.map((specifier) => `"${specifier}" is no file of this app.`),
  ];
}

function isOfApp(from: string, specifier: string, appPaths: ReadonlySet<string>): boolean {
  const target = resolved(from, specifier);
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].some((ending) => appPaths.has(`${target}${ending}`));
}

function resolved(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
