import type { IncomingMessage } from 'node:http';

/**
 * Whether a request for code, data or a socket can come from the preview's own page, or from no page at all (Expo Go, a
 * program): browsers name the requesting page. If they do not, because the address is not HTTPS, `Cross-Origin-Resource-Policy`
 * keeps the answer from other pages.
 */
export function isFromOwnOrigin({ headers }: IncomingMessage): boolean {
  const { origin, 'sec-fetch-site': site = 'none' } = headers;
  return (origin === undefined || isOrigin(origin, headers.host)) && (site === 'same-origin' || site === 'none');
}

/** An opaque origin is called `null`, which is not a URL. The scheme is not known here: a tunnel ends HTTPS. */
function isOrigin(origin: string, host = ''): boolean {
  const url = URL.parse(origin);
  return url !== null && url.host !== '' && url.host === URL.parse(`${url.protocol}//${host}`)?.host;
}
