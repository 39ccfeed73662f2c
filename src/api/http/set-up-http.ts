import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type IsOriginAllowed } from '../api-options.js';
import { OriginNotAllowed } from '../errors/errors.js';
import { serveDocs } from '../openapi.js';

export interface HttpOptions {
  /** Shown in the OpenAPI document. */
  readonly version: string;
  readonly isOriginAllowed: IsOriginAllowed;
}

/** Everything about HTTP that is not a route. Call it once, on an app made with `httpAdapter()`, before `listen`. */
export function setUpHttp(app: NestFastifyApplication, { version, isOriginAllowed }: HttpOptions): void {
  takeOnlyJson(app);
  app.enableCors({
    origin: (origin: string | undefined, decide: (error: Error | null, isAllowed: boolean) => void) =>
      decide(null, origin !== undefined && isOriginAllowed(origin)),
    methods: ['GET', 'HEAD', 'POST'],
    maxAge: 600,
  });
  refuseForeignChanges(app, isOriginAllowed);
  serveDocs(app, version);
}

/** A page of any origin may send text/plain or a form without asking first: neither is taken. */
function takeOnlyJson(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().removeContentTypeParser('text/plain');
}

/** CORS only hides answers: a foreign page's request itself has to be refused. */
function refuseForeignChanges(app: NestFastifyApplication, isOriginAllowed: IsOriginAllowed): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const { origin } = request.headers;
      const changesNothing = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
      done(
        origin === undefined || changesNothing || isOriginAllowed(origin) ? undefined : new OriginNotAllowed(origin),
      );
    });
}
