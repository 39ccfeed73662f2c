import { createHash } from 'node:crypto';
import { extname } from 'node:path';

import { bundleError } from '../check-bundle.js';
import { type HttpAnswer, metroGet } from '../http-get.js';
import type { MetroAddress } from '../metro-address.js';
import { PreviewBroken } from '../preview-host.port.js';
import { productionBundlePath } from '../requests/metro-path.js';
import { sitePage } from './site-page.js';

const ASSET = /"(\/assets\/\?unstable_path=[^"]+)"/g;
/** They name this machine's ports, and what they lead to is not part of the site. */
const SOURCE_NAMES = /^\/\/# source(?:MappingURL|URL)=.*$\n?/gm;
const NAME_LENGTH = 16;
/** How many are requested at once, so that a site with many fonts does not flood the preview process. */
const ASSETS_AT_ONCE = 8;

export interface SiteFile {
  readonly path: string;
  readonly content: Buffer;
}

export interface ExportOptions {
  readonly metro: MetroAddress;
  readonly label: string;
  readonly projectsDir: string;
  readonly signal: AbortSignal;
}

/**
 * The project's production bundle, its assets and a page that loads it. Names are hashes of contents, so that
 * browsers can cache them forever. @throws PreviewBroken if the code does not compile
 */
export async function exportSite(options: ExportOptions): Promise<readonly SiteFile[]> {
  const { metro, label, signal } = options;
  const answer = await metroGet(metro, productionBundlePath(label), { signal });
  if (answer.status !== 200) throw bundleError(answer, options);
  const bundle = answer.body.toString().replace(SOURCE_NAMES, '');
  const assets = await fetchAssets([...new Set(Array.from(bundle.matchAll(ASSET), ([, url = '']) => url))], options);
  const script = bundle.replaceAll(ASSET, (text, url: string) => {
    const asset = assets.get(url);
    return asset ? JSON.stringify(`/${asset.path}`) : text;
  });
  const app = fileOf('app', '.js', Buffer.from(script));
  const page = { path: 'index.html', content: Buffer.from(sitePage(label, `/${app.path}`)) };
  return [page, app, ...new Map([...assets.values()].map((asset) => [asset.path, asset])).values()];
}

async function fetchAssets(
  urls: readonly string[],
  { metro, signal }: ExportOptions,
): Promise<ReadonlyMap<string, SiteFile>> {
  const files = new Map<string, SiteFile>();
  for (let from = 0; from < urls.length; from += ASSETS_AT_ONCE) {
    const batch = urls.slice(from, from + ASSETS_AT_ONCE);
    const answers = await Promise.all(batch.map((url) => metroGet(metro, url, { signal })));
    for (const [index, answer] of answers.entries()) {
      const url = batch[index] ?? '';
      files.set(url, fileOf('assets', extname(url), contentOf(url, answer)));
    }
  }
  return files;
}

function contentOf(url: string, { status, body }: HttpAnswer): Buffer {
  if (status === 200) return body;
  throw new PreviewBroken(`The app uses an asset that cannot be read (${status}): ${decodeURIComponent(url)}`);
}

function fileOf(folder: string, extension: string, content: Buffer): SiteFile {
  const name = createHash('sha256').update(content).digest('hex').slice(0, NAME_LENGTH);
  return { path: `${folder}/${name}${extension}`, content };
}
