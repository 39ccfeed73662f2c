import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Doorkeeper } from '../../doors/doorkeeper.js';
import { findUnstorableText } from '../../commands/storable-text.js';
import { InvalidRequest } from '../errors/errors.js';
import { packageRoot } from '../home/package-root.js';
import { takeFileBodies } from './file-bodies.js';
import { serveDocs } from '../openapi.js';

export interface HttpOptions {
  /** Shown in the OpenAPI document. */
  readonly version: string;
  /** The one that `httpAdapter` was made with. */
  readonly doorkeeper: Doorkeeper;
}

/** Everything about HTTP that is not a route. Call it once, on an app made with `httpAdapter()`, before `listen`. */
export function setUpHttp(app: NestFastifyApplication, { version, doorkeeper }: HttpOptions): void {
  takeOnlyJson(app);
  takeFileBodies(app);
  app.enableCors({
    origin: (origin: string | undefined, decide: (error: Error | null, isAllowed: boolean) => void) =>
      decide(null, origin !== undefined && doorkeeper.trusts(origin)),
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    maxAge: 600,
  });
  refuseUnstorableText(app);
  serveStudioFiles(app);
  serveDocs(app, version);
}

/** The files that the studio's page loads: their names change with their contents. */
function serveStudioFiles(app: NestFastifyApplication): void {
  app.useStaticAssets({
    root: join(packageRoot(), 'dist/studio/studio-assets'),
    prefix: '/studio-assets/',
    index: false,
    immutable: true,
    maxAge: '1y',
    decorateReply: false,
  });
}

/** A page of any origin may send text/plain or a form without asking first: neither is taken. */
function takeOnlyJson(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().removeContentTypeParser('text/plain');
}

/** For all routes: refuses text in path, query or body that no table could store. */
function refuseUnstorableText(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', ({ params, query, body }, _reply, done) => {
      const problem = [params, query, body].map(findUnstorableText).find((found) => found !== undefined);
      done(problem && new InvalidRequest([{ ...problem, field: nameOf(problem.field) }]));
    });
}

/** Names the part after `files/`, and a body or query that is wrong as a whole. */
function nameOf(field: string): string {
  return field === '*' ? 'path' : field || 'body';
}
