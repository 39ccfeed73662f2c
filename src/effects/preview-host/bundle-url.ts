/** The path of a project's development bundle for the web, as Expo's own page asks for it. @param label folder name */
export function webBundlePath(label: string): string {
  const query = new URLSearchParams({
    platform: 'web',
    dev: 'true',
    hot: 'false',
    lazy: 'true',
    'transform.engine': 'hermes',
    'transform.routerRoot': 'app',
    unstable_transformProfile: 'hermes-stable',
  });
  return `/projects/${label}/index.bundle?${query.toString()}`;
}
