import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/**
 * Headers of every answer of the service itself: no page may frame it, and none of another origin may embed it.
 * Scripts and connections are not restricted: the client and /docs have theirs inline.
 */
const addHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: helmet.contentSecurityPolicy.dangerouslyDisableDefaultSrc,
      frameAncestors: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      objectSrc: ["'none'"],
    },
  },
  frameguard: { action: 'deny' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  // A browser that learns of such a policy from the answer throws away the process it has begun for the page (ADR 18).
  crossOriginOpenerPolicy: false,
  // The service speaks HTTP; the proxy that adds TLS decides about this.
  strictTransportSecurity: false,
});

export function protect(request: IncomingMessage, response: ServerResponse): void {
  addHeaders(request, response, (error?: unknown) => {
    if (error !== undefined) throw error as Error;
  });
}
