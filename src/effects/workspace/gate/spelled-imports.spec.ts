import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { spelledImports } from '../../../../test/support/import-grammar.js';
import { FileRefused } from '../workspace.port.js';
import { checkFile } from './check-file.js';

/** The same grammar that Metro's own wall is held against (test/integration/preview-isolation.int.spec.ts). */
describe('the gate', () => {
  it('refuses another project’s file in every spelling that Metro would follow', () => {
    fc.assert(
      fc.property(spelledImports('quartz'), (spelled) => {
        const content = `export function run() {\n  ${spelled};\n}\n`;
        expect(() => checkFile({ path: 'lib/spelled.ts', content })).toThrow(FileRefused);
      }),
      { numRuns: 5_000 },
    );
  });
});
