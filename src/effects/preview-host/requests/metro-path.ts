/** What Metro builds for. */
export type Platform = 'web' | 'ios' | 'android';

/** The module that a bundle begins with: POSIX, below the project's folder or the kit's node_modules, without extension. */
export interface Entry {
  readonly below: 'project' | 'kit';
  readonly path: string;
}

export const APP: Entry = { below: 'project', path: 'index' };

/** A bundle, or its source map, of one project for one platform. */
export interface BundleRequest {
  readonly kind: 'bundle' | 'map';
  /** The project's, which is its folder's name. */
  readonly label: string;
  readonly platform: Platform;
  readonly entry: Entry;
  /** Whether it is loaded by `import()` in a running app: only its own modules. */
  readonly isLater: boolean;
  /** Whether what `import()` asks for is in it already, for apps that cannot ask for more. */
  readonly isWhole: boolean;
  /** The page's name for this load (metro/page-revisions.cjs). */
  readonly load?: string | undefined;
}

const ENGINE = { 'transform.engine': 'hermes' };
const REST = { 'transform.routerRoot': 'app', unstable_transformProfile: 'hermes-stable' };
/** The options that Expo's manifest requests; Expo Go runs Hermes. */
const NATIVE = { ...ENGINE, 'transform.bytecode': '1', ...REST };
const TRANSFORM: Readonly<Record<Platform, Readonly<Record<string, string>>>> = {
  web: { ...ENGINE, ...REST },
  ios: NATIVE,
  android: NATIVE,
};

/** Metro's path for it, every option of which is ours: two requests that differ in anything else share one graph. */
export function metroPath({ kind, label, platform, entry, isLater, isWhole, load }: BundleRequest): string {
  const query = new URLSearchParams({
    platform,
    hot: 'false',
    dev: 'true',
    lazy: String(!isWhole),
    ...TRANSFORM[platform],
    ...(load !== undefined && { load }),
    ...(isLater && { modulesOnly: 'true', runModule: 'false' }),
  });
  return `${pathOf(label, entry)}.${kind}?${query.toString()}`;
}

/** The path of a project's development bundle for the web, as Expo's own page asks for it. @param label folder name */
export function webBundlePath(label: string): string {
  return appPath(label, 'web', false);
}

/**
 * The path of a project's bundle for a phone, in one piece: parts loaded later would be requested from the root of the server,
 * where there is no project.
 */
export function phoneBundlePath(label: string, platform: Platform): string {
  return appPath(label, platform, true);
}

/**
 * The bundle for a static site: in one piece, without hot updates. Not minified: that would take minutes
 * of this machine for a third of the bytes.
 */
export function productionBundlePath(label: string): string {
  const options = { platform: 'web', hot: 'false', dev: 'false', lazy: 'false', minify: 'false', ...TRANSFORM.web };
  return `${pathOf(label, APP)}.bundle?${new URLSearchParams(options).toString()}`;
}

/** Metro's path for an asset. @param file POSIX, below the host folder */
export function assetPath(file: string, platform: Platform): string {
  return `/assets/?${new URLSearchParams({ unstable_path: `./${file}`, platform }).toString()}`;
}

/** Whether a client's option asks for what Metro is never asked here. */
export function isForeignOption(name: string, value: string, platform: Platform): boolean {
  if (name === 'bundleEntry') return true;
  return /^(?:transform|resolver|serializer)\./.test(name) && TRANSFORM[platform][name] !== value;
}

function appPath(label: string, platform: Platform, isWhole: boolean): string {
  return metroPath({ kind: 'bundle', label, platform, entry: APP, isLater: false, isWhole });
}

function pathOf(label: string, { below, path }: Entry): string {
  const folder = below === 'kit' ? 'node_modules' : `projects/${label}`;
  return `/${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
