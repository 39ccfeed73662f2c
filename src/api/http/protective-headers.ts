import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/**
 * What browsers are told about every answer of the service itself: no page may frame it, none of another origin may embed it.
 * Scripts and connections are left to each page: the client and /docs hold theirs inline.
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
  // The service speaks HTTP; whoever puts TLS in front of it decides about this.
  strictTransportSecurity: false,
});

export function protect(request: IncomingMessage, response: ServerResponse): void {
  addHeaders(request, response, (error?: unknown) => {
    if (error !== undefined) throw error as Error;
  });
}
