import type { ParseResult } from 'oxc-parser';
import type { SourceFacts } from '../workspace.port.js';

/** What the module imports, and whether it has a default export. */
export function sourceFacts({ module }: ParseResult): SourceFacts {
  const entries = module.staticExports.flatMap((statement) => statement.entries);
  return {
    imports: [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ],
    hasDefaultExport: entries.some((entry) => (entry.exportName.kind as string) === 'Default'),
  };
}
