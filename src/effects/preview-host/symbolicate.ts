import { join, relative, sep } from 'node:path';
import { z } from 'zod';

import { METRO_KEY_HEADER, type MetroAddress } from './metro-address.js';
import { metroPath } from './requests/metro-path.js';
import { bundleRequest } from './requests/preview-request.js';
import type { SourceLocation } from './source-location.js';

/** `at name (url:line:column)` of Chromium, `name@url:line:column` of the others. */
const FRAME = /(https?:\/\/[^\s()]+):(\d+):(\d+)\)?$/gm;
const MAX_FRAMES = 12;
const PATIENCE_MS = 10_000;

const known = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);
const answer = z.object({
  stack: z.array(z.object({ file: known(z.string()), lineNumber: known(z.number()), column: known(z.number()) })),
});

/**
 * The first place of a stack in the project's own code, by Metro's source maps; undefined if there is none, or Metro
 * does not know. @param stack as a browser writes it
 */
export async function symbolicate(
  stack: string,
  { metro, label, projectsDir }: { readonly metro: MetroAddress; readonly label: string; readonly projectsDir: string },
): Promise<SourceLocation | undefined> {
  const frames = framesOf(stack, label, metro.port);
  if (frames.length === 0) return undefined;
  const response = await fetch(`http://127.0.0.1:${metro.port}/symbolicate`, {
    method: 'POST',
    headers: { [METRO_KEY_HEADER]: metro.key },
    body: JSON.stringify({ stack: frames }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const parsed = answer.safeParse(await response.json());
  if (!response.ok || !parsed.success) return undefined;
  const folder = join(projectsDir, label) + sep;
  const own = parsed.data.stack.find(({ file }) => file?.startsWith(folder) === true && !isEntry(file, folder));
  if (own?.file === undefined) return undefined;
  const { file, lineNumber: line, column } = own;
  return {
    file: relative(folder, file).split(sep).join('/'),
    ...(line !== undefined && { line, ...(column !== undefined && { column }) }),
  };
}

/** Only the project's own bundles: Metro reads whatever a frame names. */
function framesOf(stack: string, label: string, port: number): readonly object[] {
  return [...stack.matchAll(FRAME)].slice(0, MAX_FRAMES).flatMap(([, text = '', line, column]) => {
    const bundle = bundleRequest(text, { label, isWhole: false, hasPhones: false });
    if (bundle?.kind !== 'bundle') return [];
    const file = `http://127.0.0.1:${port}${metroPath(bundle)}`;
    return [{ file, lineNumber: Number(line), column: Number(column) - 1, methodName: '' }];
  });
}

function isEntry(file: string, folder: string): boolean {
  return ['index.js', 'App.js'].includes(file.slice(folder.length));
}
