import type { SourceFile } from '../../generation/app-files.js';

/** Drops the files that no route leads to: a bundle would not hold them. Type-only imports lead nowhere. */
export const onlyReached = (files: readonly SourceFile[]): readonly SourceFile[] => {
  const byPath = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const reached = new Set<SourceFile>();
  const visit = (file: SourceFile): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, specifier = ''] of file.content.matchAll(VALUE_IMPORTS)) {
      const target = byPath.get(resolved(file.path, specifier));
      if (target) visit(target);
    }
  };
  for (const file of files) if (file.path.startsWith('app/')) visit(file);
  return files.filter((file) => reached.has(file));
};

/** `import … from "./x"` and `export … from "./x"`, not `import type`. */
const VALUE_IMPORTS = /^(?:import(?! type)|export)\s[^"';]*?from\s+["'](\.[^"']+)["']/gm;

const resolved = (from: string, specifier: string): string => {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};
