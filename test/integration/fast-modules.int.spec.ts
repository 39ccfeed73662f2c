import { describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { join } from 'node:path';

import { packageRoot } from '../../src/effects/processes/package-root.js';
import { FIRST_PREVIEW_TIMEOUT_MS, testKit } from '../support/kit.js';

interface Comparison {
  readonly modules: number;
  readonly byBabel: number;
  readonly dependencies: readonly object[];
  readonly exported: readonly string[];
  readonly routed: readonly [object, object];
}

describe('the kit’s plain modules, made by swc', () => {
  it(
    'import, export and do what they do when Babel makes them',
    async () => {
      const program = join(packageRoot(), 'test/fixtures/both-transforms.cjs');
      const { stdout } = await execa(process.execPath, [program, await testKit()]);
      const { modules, byBabel, dependencies, exported, routed } = JSON.parse(stdout) as Comparison;
      expect(modules).toBeGreaterThan(200);
      expect(byBabel).toBeLessThan(modules / 20);
      expect(dependencies).toEqual([]);
      expect(exported).toEqual([]);
      expect(routed[1]).toEqual(routed[0]);
      expect(routed[0]).toEqual([
        [['home', null]],
        [
          ['home', null],
          ['detail', { id: 7 }],
        ],
        [['home', null]],
      ]);
    },
    FIRST_PREVIEW_TIMEOUT_MS,
  );
});
