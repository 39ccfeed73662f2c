import { readdirSync, readFileSync } from 'node:fs';

import type { SourceFile } from '../../generation/app-files.js';

/** Components and libraries that are the same in every app: they stand in `shared/` as they are written into one. */
export const SHARED_FILES: readonly SourceFile[] = ['components', 'lib'].flatMap((folder) => {
  const place = new URL(`../shared/${folder}/`, import.meta.url);
  return readdirSync(place)
    .toSorted()
    .map((name) => ({
      path: `${folder}/${name}`,
      content: readFileSync(new URL(name, place), 'utf8').replaceAll('\r\n', '\n'),
    }));
});
