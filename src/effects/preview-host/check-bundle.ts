import { z } from 'zod';

import { httpGet, type HttpAnswer } from './http-get.js';
import { PreviewBroken } from './preview-host.port.js';
import type { BundlingError } from './process/metro-events.js';
import { webBundlePath } from './requests/metro-path.js';
import { locate, plainMessage } from './source-location.js';

const MODULE = /\.(?:tsx?|jsx?)$/;

/** Metro's answer to a bundle that does not compile; the shape differs by kind of error. */
const metroError = z.object({
  type: z.string().default('Error'),
  message: z.string(),
  filename: z.string().optional(),
  originModulePath: z.string().optional(),
  lineNumber: z.number().optional(),
  column: z.number().optional(),
  errors: z
    .array(
      z.object({ filename: z.string().optional(), lineNumber: z.number().optional(), column: z.number().optional() }),
    )
    .default([]),
});

export interface CheckOptions {
  /** Loopback port of a listener behind the preview proxy. */
  readonly port: number;
  /** Host header of the project's preview. */
  readonly host: string;
  readonly label: string;
  readonly projectsDir: string;
  readonly signal: AbortSignal;
}

/** The process that serves the preview went away while it was asked: to be asked again when it is back. */
export class PreviewAway extends Error {
  readonly code = 'preview_away';
  constructor(options?: ErrorOptions) {
    super('The preview process repeatedly went away before it answered.', options);
    this.name = 'PreviewAway';
  }
}

/**
 * Checks that the page answers and that the bundle compiles and contains all modules among `paths`.
 * @throws PreviewAway if there is no process behind the proxy (any more); PreviewBroken
 */
export async function checkPreview(paths: readonly string[], options: CheckOptions): Promise<void> {
  await requirePage(options);
  const bundle = await requireBundle(options);
  const held = modulesIn(bundle, options.label);
  const missing = paths.filter((path) => MODULE.test(path) && !held.has(path));
  const [file] = missing;
  if (file !== undefined) {
    throw new PreviewBroken(`The bundle lacks ${missing.join(', ')}: no route of the app imports it.`, { file });
  }
}

/** The proxy answers 503, or breaks off, when the process behind it dies. */
async function ask({ port, host, signal }: CheckOptions, path: string, accept?: string): Promise<HttpAnswer> {
  const answer = await httpGet(port, path, { host, signal, ...(accept !== undefined && { accept }) }).catch(
    (error: unknown) => {
      signal.throwIfAborted();
      throw new PreviewAway({ cause: error });
    },
  );
  if (answer.status === 503) throw new PreviewAway();
  return answer;
}

async function requirePage(options: CheckOptions): Promise<void> {
  const page = await ask(options, '/', 'text/html');
  if (page.status === 200 && page.contentType.startsWith('text/html')) return;
  throw new PreviewBroken(`The preview's page answered ${page.status} (${page.contentType}) instead of 200.`);
}

async function requireBundle(options: CheckOptions): Promise<Buffer> {
  const answer = await ask(options, webBundlePath(options.label));
  if (answer.status === 200 && answer.contentType.includes('javascript')) return answer.body;
  throw bundleError(answer, options);
}

/** The error in the answer to a bundle that could not be built. */
export function bundleError(
  answer: HttpAnswer,
  { label, projectsDir }: Pick<CheckOptions, 'label' | 'projectsDir'>,
): PreviewBroken {
  const error = parseError(answer);
  if (!error) return new PreviewBroken(`The bundle answered ${answer.status}: ${answer.body.toString('utf8', 0, 500)}`);
  return new PreviewBroken(plainMessage(error, projectsDir, label), locate(error, projectsDir, label));
}

function parseError(answer: HttpAnswer): BundlingError | undefined {
  if (!answer.contentType.includes('json')) return undefined;
  const parsed = metroError.safeParse(JSON.parse(answer.body.toString()));
  if (!parsed.success) return undefined;
  const { type, message, errors, ...rest } = parsed.data;
  const file = rest.filename ?? rest.originModulePath ?? errors[0]?.filename;
  const line = rest.lineNumber ?? errors[0]?.lineNumber;
  const column = rest.column ?? errors[0]?.column;
  return {
    type,
    message,
    ...(file !== undefined && { file }),
    ...(line !== undefined && line > 0 && { line }),
    ...(line !== undefined && line > 0 && column !== undefined && { column }),
  };
}

/** The project's modules, by their paths: a development bundle names each as the last argument of its `__d` call. */
function modulesIn(bundle: Buffer, label: string): ReadonlySet<string> {
  const before = `"projects/${label}/`;
  const found = new Set<string>();
  for (let at = bundle.indexOf(before); at !== -1; at = bundle.indexOf(before, at + 1)) {
    found.add(bundle.toString('utf8', at + before.length, bundle.indexOf('"', at + before.length)));
  }
  return found;
}
