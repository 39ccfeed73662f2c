import { access } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

import type { PreviewPaths } from '../preview-paths.js';

/** Where requested files are on disk. */
export class PreviewFolders {
  constructor(private readonly paths: Pick<PreviewPaths, 'hostDir' | 'kitDir'>) {}

  /** Whether the project has its entry files, so that its preview can be requested. */
  async has(label: string): Promise<boolean> {
    return access(join(this.paths.hostDir, 'projects', label, 'index.js')).then(
      () => true,
      () => false,
    );
  }

  /** The absolute path of an asset; undefined if it would be outside the requested folder. */
  assetFile(label: string, { below, file }: { below: 'project' | 'kit'; file: string }): string | undefined {
    const { hostDir, kitDir } = this.paths;
    const folder = below === 'kit' ? resolve(kitDir, 'node_modules') : join(hostDir, 'projects', label);
    const absolute = resolve(folder, file);
    const inner = relative(folder, absolute);
    return inner.startsWith(`..${sep}`) || inner === '..' || inner === '' ? undefined : absolute;
  }
}
