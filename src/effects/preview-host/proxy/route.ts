import { resolve, sep } from 'node:path';

/** What a request to a project's preview host is for; `font` is the absolute path of one. */
export type Route = 'page' | 'metro' | { readonly font: string } | 'refused';

interface PreviewRequest {
  readonly method: string;
  /** Path with query, as sent. */
  readonly url: string;
  readonly accept: string;
  /** `sec-fetch-dest`, where the browser sends it. */
  readonly destination: string | undefined;
}

const READS = ['GET', 'HEAD'];
const BUNDLE = /\.(?:bundle|map)$/;
const FONT = /\.(?:ttf|otf|woff2?)$/;

/** The folders that a viewer of one project may read through Metro. */
export interface ReadableFolders {
  /** Where Metro runs: its relative paths begin here. */
  readonly hostDir: string;
  readonly folders: readonly string[];
}

/**
 * Viewers may read their own project's bundles, the kit's lazy ones and assets, and nothing else of Metro: not another
 * project, a file of this machine, the editor or a debugger.
 */
export function route(request: PreviewRequest, readable: ReadableFolders): Route {
  if (!READS.includes(request.method)) return 'refused';
  const url = parse(request.url);
  const path = url && plainPath(url.pathname);
  if (!url || path === undefined) return 'refused';
  const file = BUNDLE.test(path) ? path.slice(1) : assetFile(path, url);
  if (file !== undefined) return readRoute(file, readable);
  return path === '/' || isNavigation(request) ? 'page' : 'refused';
}

/** The web sockets of a page: hot updates, and Expo's messages (reload). */
export function socketRoute(url: string): '/hot' | '/message' | undefined {
  const path = parse(url)?.pathname;
  return path === '/hot' || path === '/message' ? path : undefined;
}

function parse(url: string): URL | undefined {
  return URL.parse(url, 'http://preview') ?? undefined;
}

/** The decoded path, where it says the same to everyone who reads it. */
function plainPath(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  try {
    const decoded = decodeURIComponent(path);
    const isPlain = !/[\\%]|\p{Cc}/u.test(decoded) && !decoded.split('/').includes('..') && !decoded.includes('//');
    return isPlain ? decoded : undefined;
  } catch {
    return undefined; // not valid percent-encoding
  }
}

/** The file of an asset, relative to the host folder: from the path or, as Expo writes it, from `unstable_path`. */
function assetFile(path: string, url: URL): string | undefined {
  if (path !== '/assets' && !path.startsWith('/assets/')) return undefined;
  const direct = path.slice('/assets/'.length);
  return direct === '' ? (url.searchParams.get('unstable_path') ?? '').split('?')[0] : direct;
}

/** The kit lies outside of the host folder, so a path may well climb; what counts is where it ends. */
function readRoute(file: string, { hostDir, folders }: ReadableFolders): Route {
  const absolute = resolve(hostDir, file);
  const isReadable = !file.includes('\0') && folders.some((folder) => absolute.startsWith(folder + sep));
  if (!isReadable) return 'refused';
  return FONT.test(absolute) ? { font: absolute } : 'metro';
}

function isNavigation({ accept, destination }: PreviewRequest): boolean {
  return destination === 'document' || destination === 'iframe' || accept.includes('text/html');
}
