import { join, resolve } from 'node:path';

/** Where the preview keeps its files. */
export interface PreviewPaths {
  /** The installed kit. */
  readonly kitDir: string;
  /** Beside the kit: Metro's transform results, for all who use that kit. */
  readonly cacheDir: string;
  /** The Expo app that hosts all projects. */
  readonly hostDir: string;
  readonly projectsDir: string;
}

/** Absolute paths. @param kitDir default `<dataDir>/kit` */
export function previewPaths(dataDir: string, kitDir = join(dataDir, 'kit')): PreviewPaths {
  const hostDir = resolve(dataDir, 'preview');
  const kit = resolve(kitDir);
  return { kitDir: kit, cacheDir: `${kit}-cache`, hostDir, projectsDir: join(hostDir, 'projects') };
}
