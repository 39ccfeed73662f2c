/**
 * Whether a page of this origin may connect. `allowed` holds origins, `http://host:*` for any port of a host, `null` for
 * pages without one (a file), `*` for all. No origin at all: not a browser, so no page is behind it.
 */
export function isOriginAllowed(origin: string | undefined, allowed: readonly string[]): boolean {
  return origin === undefined || allowed.some((pattern) => matches(origin, pattern));
}

function matches(origin: string, pattern: string): boolean {
  if (pattern === '*' || origin === pattern) return true;
  if (!pattern.endsWith(':*')) return false;
  const host = pattern.slice(0, -':*'.length);
  return origin === host || (origin.startsWith(`${host}:`) && /^\d+$/.test(origin.slice(host.length + 1)));
}
