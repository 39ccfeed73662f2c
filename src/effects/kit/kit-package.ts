import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { uncompiled } from '../processes/uncompiled.js';

/** The kit's packages with their versions. */
export interface KitPackage {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

export function kitPackage(): KitPackage {
  const text = readFileSync(join(uncompiled('kit', 'pinned'), 'package.json'), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(text) as KitPackage;
  return { dependencies, devDependencies };
}
