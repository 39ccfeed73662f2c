import type { ParseResult } from 'oxc-parser';
import type { SourceFacts } from '../workspace.port.js';
import { rawTexts } from './raw-text.js';

/** More than a model is told of. */
const MAX_RAW_TEXTS = 10;

/** What the module imports, whether it has a default export, and where it has text outside of a Text. */
export function sourceFacts({ module, program }: ParseResult, lineOf: (offset: number) => number): SourceFacts {
  const entries = module.staticExports.flatMap((statement) => statement.entries);
  return {
    imports: [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ],
    hasDefaultExport: entries.some((entry) => (entry.exportName.kind as string) === 'Default'),
    rawTextLines: rawTexts(program).slice(0, MAX_RAW_TEXTS).map(lineOf),
  };
}
