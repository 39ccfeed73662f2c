import type { SourceFile } from '../generation/app-files.js';

/** Larger than any screen that a person would write by hand. */
const MAX_CHARACTERS = 60_000;

/** What the gate reports about a source file. */
export interface ModuleFacts {
  /** Specifiers of its import statements. */
  readonly imports: readonly string[];
  readonly hasDefaultExport: boolean;
  /** Lines with text, or a number that may be 0, directly inside a View or a similar component. */
  readonly rawTextLines: readonly number[];
}

/**
 * Why a file that a model wrote, and that the gate accepted, does not fit its app: one sentence per problem, none if it fits.
 * `appPaths` holds the path of every file in the app.
 */
export function fitProblems(
  { path, content }: SourceFile,
  { imports, hasDefaultExport, rawTextLines }: ModuleFacts,
  appPaths: ReadonlySet<string>,
): readonly string[] {
  if (content.length > MAX_CHARACTERS) return [`The file has more than ${MAX_CHARACTERS} characters.`];
  const missing = imports.filter((specifier) => specifier.startsWith('.') && !isOfApp(path, specifier, appPaths));
  return [
    ...(hasDefaultExport || !path.startsWith('app/') ? [] : ['The screen must be the default export.']),
    ...missing.map((specifier) => `"${specifier}" is no file of this app.`),
    ...rawTextLines.map(
      (line) =>
        `Line ${line}: text, or a number that may be 0, stands directly in a View; put it in a <Text>, or write "> 0 &&".`,
    ),
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
