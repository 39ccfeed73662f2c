import { join } from 'node:path';
import { packageRoot } from './package-root.js';

/** A file or folder below src/effects that the build leaves where it is, such as what another process runs. */
export function uncompiled(effect: 'kit' | 'preview-host' | 'type-checker', name: string): string {
  return join(packageRoot(), 'src', 'effects', effect, name);
}
