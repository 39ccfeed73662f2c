import { PathRefused } from './workspace.port.js';

/** Where a generated app's files are. */
export const APP_FOLDERS = ['app', 'components', 'lib', 'assets'];
const EXTENSIONS = ['ts', 'tsx', 'json', 'png', 'jpg', 'jpeg', 'webp', 'gif', 'svg', 'ttf'];
const SEGMENT = /^[A-Za-z0-9_()[\]+@,-][A-Za-z0-9_()[\]+@,.-]{0,99}$/;
const ROUTE_PARAMETER = /^\[\.{3}/;
const CONFIG_FILE = /\.config\.|^(?:app|babel|eas|jsconfig|metro|package|package-lock|tsconfig)\.json$/i;
const MAX_LENGTH = 240;

/**
 * Accepts a path that a generated app may have: relative POSIX, below app/ components/ lib/ assets/, source or asset, no
 * config and nothing that would run on a server. @throws PathRefused saying why
 */
export function requireAppPath(path: string): void {
  const why = refusal(path);
  if (why !== undefined) throw new PathRefused(path, why);
}

/** Code and data; a file of any other path that passes is an asset. */
export function isText(path: string): boolean {
  return /\.(?:tsx?|json)$/.test(path);
}

function refusal(path: string): string | undefined {
  if (path.length > MAX_LENGTH) return `it is longer than ${MAX_LENGTH} characters`;
  const segments = path.split('/');
  const name = segments.at(-1) ?? '';
  const odd = segments.find((segment) => !isSegment(segment));
  if (odd !== undefined) return `${JSON.stringify(odd)} is no name of a folder or file here`;
  if (segments.length < 2 || !APP_FOLDERS.includes(segments[0] ?? ''))
    return `files belong below ${APP_FOLDERS.join('/, ')}/`;
  if (segments.includes('node_modules')) return 'packages come from the kit';
  if (!EXTENSIONS.includes(name.split('.').at(-1) ?? '')) return `its extension is none of .${EXTENSIONS.join(' .')}`;
  if (CONFIG_FILE.test(name)) return 'a generated app has no config files';
  if (name.includes('+') && !/^\+not-found\.tsx?$/.test(name))
    return 'of the special routes only +not-found is allowed';
  return undefined;
}

/** `[...rest].tsx` is the one place where a name of expo-router has dots in a row. */
function isSegment(segment: string): boolean {
  const plain = segment.replace(ROUTE_PARAMETER, '[');
  return SEGMENT.test(plain) && !plain.includes('..');
}
