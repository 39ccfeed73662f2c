import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Doorkeeper } from '../../doors/doorkeeper.js';
import { refusal, refuseRequest } from '../../doors/refusal.js';
import { answerTo, bodyOf } from '../errors/error-answer.js';
import { protect } from './protective-headers.js';

/** Larger bodies are answered with 413. */
const BODY_LIMIT_BYTES = 64 * 1024;

/** Longer path parameters are answered with 414; ids and file paths are checked by their routes. */
const MAX_PARAM_LENGTH = 2_048;

/** Takes the requests to previews and shared apps: true when it has answered, or will. */
export type RequestTaker = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Nest would add a parser for forms, which a page of any origin may send without asking first. */
class JsonOnlyAdapter extends FastifyAdapter {
  override registerParserMiddleware(): void {
    // Only Fastify's own JSON parser is used.
  }
}

/** Fastify with the API's limits, behind the doorkeeper; JSON is the only body it takes. */
export function httpAdapter(doorkeeper: Doorkeeper, sites: RequestTaker = () => false): FastifyAdapter {
  return new JsonOnlyAdapter({
    serverFactory: (answer: (request: IncomingMessage, response: ServerResponse) => void) =>
      // The doorkeeper answers requests without a Host: Node would only say 400.
      createServer({ shouldUpgradeCallback: isWebSocket, requireHostHeader: false }, (request, response) => {
        const decision = doorkeeper.admit(request);
        if (decision === 'site' && sites(request, response)) return;
        protect(request, response);
        if (decision === 'service') answer(request, response);
        else refuseRequest(response, decision === 'site' ? NO_SUCH_SITE : decision);
      }),
    // Browsers keep connections open on which they have asked nothing yet: closing must not wait for them.
    forceCloseConnections: true,
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    // Errors of the router, before any hook or filter runs.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const answer = answerTo(error);
      void reply.code(answer.status).send(bodyOf(answer, request));
    },
  });
}

const NO_SUCH_SITE = refusal('route_not_found', 'There is nothing at this address.', {
  suggestion: 'Open the page of the service itself; it names the address of each app.',
});

/** Other upgrades (some HTTP/2 clients offer h2c with each request) are left alone: the request is answered as it is. */
function isWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}
