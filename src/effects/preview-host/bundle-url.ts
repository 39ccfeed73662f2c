/** The path of a project's development bundle for the web, as Expo's own page asks for it. @param label folder name */
export function webBundlePath(label: string): string {
  return bundlePath(label, { dev: 'true', lazy: 'true' });
}

/**
 * The same for a site without a server behind it: in one piece, without hot updates. Not minified: that would take minutes of
 * this machine for a third of the bytes.
 */
export function productionBundlePath(label: string): string {
  return bundlePath(label, { dev: 'false', lazy: 'false', minify: 'false' });
}

function bundlePath(
  label: string,
  options: { readonly dev: string; readonly lazy: string; readonly minify?: string },
): string {
  const query = new URLSearchParams({
    platform: 'web',
    hot: 'false',
    ...options,
    'transform.engine': 'hermes',
    'transform.routerRoot': 'app',
    unstable_transformProfile: 'hermes-stable',
  });
  return `/projects/${label}/index.bundle?${query.toString()}`;
}
