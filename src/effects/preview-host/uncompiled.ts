import { join } from 'node:path';
import { packageRoot } from '../processes/package-root.js';

/** A folder of src/effects/preview-host that the build leaves where it is. */
export function uncompiled(folder: 'kit' | 'metro' | 'page' | 'types'): string {
  return join(packageRoot(), 'src', 'effects', 'preview-host', folder);
}
