import { APP, type BundleRequest, isForeignOption, type Platform } from './metro-path.js';

/** All that a client of a preview may ask for; whatever else it asks is refused. */
export type PreviewRequest =
  | { readonly kind: 'page' }
  | { readonly kind: 'manifest'; readonly platform: Platform }
  | BundleRequest
  /** `file` is POSIX, below the project's folder or the kit's node_modules. */
  | { readonly kind: 'asset'; readonly below: 'project' | 'kit'; readonly file: string; readonly platform: Platform };

/** What a client requested at the address of a project. */
export interface Asked {
  readonly method: string;
  /** Path with query below the project's address, as sent. */
  readonly url: string;
  readonly accept: string;
  /** `sec-fetch-dest`, where a browser sends it. */
  readonly destination: string | undefined;
  /** `expo-platform`, which Expo Go sends. */
  readonly expoPlatform?: string | undefined;
}

/** The project of the address, and what its listener serves. */
export interface AskedAt {
  readonly label: string;
  /** Whether bundles are requested in one piece here. */
  readonly isWhole: boolean;
  /** Whether manifests and bundles for phones are served here. */
  readonly hasPhones: boolean;
}

const READS = ['GET', 'HEAD'];
/** No file of an app or the kit has other characters in its name (effects/workspace/app-path.ts). */
const BUNDLE = /^\/(projects\/[^/]+|node_modules)\/([\w()[\]+@,./-]+)\.(bundle|map)$/;
const ASSET = /^(projects\/[^/]+|node_modules)\/([\w()[\]+@,./-]+)$/;
const LOAD = /^[A-Za-z0-9-]{1,64}$/;
const PHONES: readonly Platform[] = ['ios', 'android'];

/**
 * Parses a client's request into one of a few types; undefined for any other. Nothing that the client wrote goes any
 * further: Metro's URL is built from the result.
 */
export function previewRequest(asked: Asked, at: AskedAt): PreviewRequest | undefined {
  if (!READS.includes(asked.method)) return undefined;
  const url = URL.parse(asked.url, 'http://preview');
  const path = plainPath(url?.pathname);
  if (!url || path === undefined) return undefined;
  if (path === '/' && at.hasPhones) {
    const platform = phoneOf(asked.expoPlatform ?? url.searchParams.get('platform'));
    if (platform) return { kind: 'manifest', platform };
  }
  if (/\.(?:bundle|map)$/.test(path)) return bundleRequest(asked.url, at);
  if (path === '/assets' || path.startsWith('/assets/')) return assetRequest(path, url, at);
  return path === '/' || isNavigation(asked) ? { kind: 'page' } : undefined;
}

/** The bundle or map that a URL names, of this project; undefined where it is none, or asks for more than we serve. */
export function bundleRequest(text: string, { label, isWhole, hasPhones }: AskedAt): BundleRequest | undefined {
  const url = URL.parse(text, 'http://preview');
  const [, folder = '', path = '', kind = ''] = BUNDLE.exec(plainPath(url?.pathname) ?? '') ?? [];
  const below = areaOf(folder, label);
  if (!url || !below) return undefined;
  const platform = platformOf(url.searchParams, hasPhones);
  if (!platform || [...url.searchParams].some(([name, value]) => isForeignOption(name, value, platform)))
    return undefined;
  const isLater = url.searchParams.get('modulesOnly') === 'true';
  if (!isLater && (below !== APP.below || path !== APP.path)) return undefined;
  const load = url.searchParams.get('load') ?? undefined;
  if (load !== undefined && !LOAD.test(load)) return undefined;
  return { kind: kind === 'map' ? 'map' : 'bundle', label, platform, entry: { below, path }, isLater, isWhole, load };
}

/** The file is named by the path or, as Expo writes it, by `unstable_path`, to which phones add a query of its own. */
function assetRequest(path: string, { searchParams }: URL, { label, hasPhones }: AskedAt): PreviewRequest | undefined {
  const direct = path.slice('/assets/'.length);
  const [named = '', query = ''] = (searchParams.get('unstable_path') ?? '').split('?');
  const plain = direct === '' ? plainPath(named, false) : direct;
  const [, folder = '', file = ''] = ASSET.exec(plain?.replace(/^\.\//, '') ?? '') ?? [];
  const below = areaOf(folder, label);
  const platform = platformOf(searchParams.has('platform') ? searchParams : new URLSearchParams(query), hasPhones);
  return below && platform && { kind: 'asset', below, file, platform };
}

function areaOf(folder: string, label: string): 'project' | 'kit' | undefined {
  if (folder === 'node_modules') return 'kit';
  return folder === `projects/${label}` ? 'project' : undefined;
}

/** The decoded path, where it says the same to everyone who reads it. */
function plainPath(path: string | undefined, isEncoded = true): string | undefined {
  if (path === undefined) return undefined;
  try {
    const decoded = isEncoded ? decodeURIComponent(path) : path;
    const isPlain = !/[\\%]|\p{Cc}|\/\/|\/\.\.?\/|\/\.\.?$|^\.\.?$|^\.\.\//u.test(decoded);
    return isPlain ? decoded : undefined;
  } catch {
    return undefined; // not valid percent-encoding
  }
}

function platformOf(query: URLSearchParams, hasPhones: boolean): Platform | undefined {
  const platform = query.get('platform') ?? 'web';
  return platform === 'web' ? 'web' : hasPhones ? phoneOf(platform) : undefined;
}

function phoneOf(text: string | null): Platform | undefined {
  return PHONES.find((platform) => platform === text);
}

function isNavigation({ accept, destination }: Asked): boolean {
  return destination === 'document' || destination === 'iframe' || accept.includes('text/html');
}
