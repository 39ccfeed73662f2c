/** Origins of pages that may use the API. */
export interface TrustedOrigins {
  /** `http://localhost:5173`; `http://localhost:*` for any port; `null` for pages that have none; `*` for all. */
  readonly patterns: readonly string[];
  /** Whether generated code runs at this origin: only a pattern that names it wholly lets it in. */
  readonly isGenerated: (origin: URL) => boolean;
}

/** @param origin an `Origin` header's value */
export function isTrusted(origin: string, { patterns, isGenerated }: TrustedOrigins): boolean {
  if (patterns.includes(origin)) return true;
  const url = URL.parse(origin);
  if (url && isGenerated(url)) return false;
  return patterns.some((pattern) => matches(origin, pattern));
}

function matches(origin: string, pattern: string): boolean {
  if (pattern === '*') return true;
  if (!pattern.endsWith(':*')) return false;
  const host = pattern.slice(0, -':*'.length);
  return origin === host || (origin.startsWith(`${host}:`) && /^\d+$/.test(origin.slice(host.length + 1)));
}
