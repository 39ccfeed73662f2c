import type { Frame } from './history.js';

/** The kinds of frame in which one screen is what there is to see. */
const OF_A_SCREEN: readonly Frame['news']['kind'][] = ['screens', 'edited', 'revised'];

/** Where the app is opened in a frame: at the screen that has just been added or changed, else at its beginning. */
export function routeOf({ news, paths }: Frame): string {
  if (!OF_A_SCREEN.includes(news.kind)) return '/';
  const changed = news.kind === 'edited' ? news.paths : paths;
  return changed.map(routeOfPath).find((route) => route !== undefined) ?? '/';
}

/** `app/(tabs)/goals.tsx` → `/goals`; undefined if it is not a screen, or one of a single record. */
function routeOfPath(path: string): string | undefined {
  const [, route] = /^app\/(.+)\.[jt]sx$/.exec(path) ?? [];
  if (route === undefined || /\[|(?:^|\/)[_+]/.test(route)) return undefined;
  const segments = route.split('/').filter((segment) => segment !== 'index' && !/^\(.+\)$/.test(segment));
  return `/${segments.join('/')}`;
}
