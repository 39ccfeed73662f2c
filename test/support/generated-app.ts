import { posix } from 'node:path';

import { parseSync, Visitor } from 'oxc-parser';

import { baseFiles, componentPart, screenParts } from '../../src/blueprint/app-parts.js';
import type { SourceFile } from '../../src/generation/app-files.js';
import type { AppPlan } from '../../src/generation/plan.js';

/** The files of an app after one of its parts was written. */
export interface BuiltStage {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The app after its base, after each screen, and after its components. */
export const stagesOf = (plan: AppPlan): readonly BuiltStage[] => {
  const files = new Map<string, string>();
  const parts = [baseFiles(plan), ...screenParts(plan), componentPart(plan)];
  return parts.map((part, index) => {
    for (const { path, content } of part.files) files.set(path, content);
    return { name: `${index} ${part.screen ?? 'components'}`, files: new Map(files) };
  });
};

/** The contents of a file: syntax errors, imports, string literals, and the literals that look like a route of the app. */
export interface ReadFile {
  readonly errors: readonly string[];
  readonly imports: readonly { readonly from: string; readonly isErased: boolean }[];
  readonly paths: readonly string[];
  readonly texts: readonly string[];
}

/** Parses a file once: the same text occurs in many apps and stages. */
export const readSource = (file: SourceFile): ReadFile => {
  const key = `${file.path}\n${file.content}`;
  const known = alreadyRead.get(key) ?? parsed(file);
  alreadyRead.set(key, known);
  return known;
};

const alreadyRead = new Map<string, ReadFile>();

const parsed = ({ path, content }: SourceFile): ReadFile => {
  const { program, module, errors } = parseSync(path, content);
  const texts: string[] = [];
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string') texts.push(node.value);
    },
  }).visit(program);
  const reExports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
  );
  return {
    errors: errors.map(({ message }) => message),
    imports: [
      ...module.staticImports.map(({ moduleRequest, entries }) => ({
        from: moduleRequest.value,
        isErased: entries.length > 0 && entries.every(({ isType }) => isType),
      })),
      ...reExports.map((from) => ({ from, isErased: false })),
    ],
    paths:
      path.startsWith('lib/samples') || path.startsWith('lib/model')
        ? []
        : texts.filter((text) => /^\/[a-z0-9[\]/-]*$/.test(text)),
    texts,
  };
};

/** The file that a relative import resolves to, or undefined. */
export const resolveImport = (
  files: ReadonlyMap<string, string>,
  from: string,
  specifier: string,
): string | undefined => {
  const target = posix.join(posix.dirname(from), specifier);
  return [`${target}.tsx`, `${target}.ts`].find((path) => files.has(path));
};

/** The files that a bundle starting at the routes would contain. */
export const bundledFiles = (files: ReadonlyMap<string, string>): ReadonlySet<string> => {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { from, isErased } of readSource({ path, content: files.get(path) ?? '' }).imports) {
      const target = from.startsWith('.') && !isErased ? resolveImport(files, path, from) : undefined;
      if (target !== undefined) visit(target);
    }
  };
  for (const path of files.keys()) if (path.startsWith('app/')) visit(path);
  return reached;
};

/** The paths that a person can open: groups are left out, and `index` is its folder. */
export const routesOf = (files: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(
    [...files.keys()]
      .filter((path) => path.startsWith('app/') && !/(?:_layout|\+not-found)\.tsx$/.test(path))
      .map((path) => {
        const parts = path.slice('app/'.length, -'.tsx'.length).split('/');
        return `/${parts.filter((part) => !/^\(.*\)$/.test(part) && part !== 'index').join('/')}`;
      }),
  );
