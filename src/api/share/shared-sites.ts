import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { Injectable, Logger } from '@nestjs/common';
import { BlobStore } from '../../event-store/blob-store.port.js';
import type { FileRef } from '../../generation/events.js';
import { EventStore } from '../../event-store/event-store.port.js';
import { Projections } from '../../projections/projections.js';
import type { SiteRow } from '../../projections/sites/table.js';
import { SitesView } from '../../projections/sites/sites-view.js';
import { ApiOptions } from '../api-options.js';
import { contentType } from '../files/content-type.js';

const PAGE = 'index.html';
const GZIPPED = /^text\/|javascript|json|svg/;
const compress = promisify(gzip);

/** The sites of shared apps, each at `<label>.share.<domain>`, from the blobs alone: no other process is needed. */
@Injectable()
export class SharedSites {
  readonly #logger = new Logger('SharedSites');

  constructor(
    private readonly sites: SitesView,
    private readonly projections: Projections,
    private readonly store: EventStore,
    private readonly blobs: BlobStore,
    private readonly options: ApiOptions,
  ) {}

  /** Answers a request to a site's host. @returns false, having done nothing, for any other host */
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean {
    const label = shareLabelOfHost(request.headers.host ?? '', this.options.previewDomain);
    if (label === undefined) return false;
    this.serve(label, request, response).then(
      (isServed) => {
        if (!isServed) send(response, 404, 'text/plain; charset=utf-8', 'No app is shared at this address.');
      },
      (error: unknown) => {
        this.#logger.warn(`The site ${label} could not be served: ${String(error)}`);
        if (response.headersSent) response.destroy();
        else send(response, 503, 'text/plain; charset=utf-8', 'Try again in a few seconds.', { 'retry-after': '2' });
      },
    );
    return true;
  }

  /** @returns false, having done nothing, where no app with this label was shared */
  async serve(label: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const site = (await this.sites.byLabel(label)) ?? (await this.#sharedJustNow(label));
    if (!site) return false;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const file = isRead ? fileFor(request.url ?? '/', site.files) : undefined;
    if (file) await this.#send(file, request, response);
    else send(response, isRead ? 404 : 405, 'text/plain; charset=utf-8', 'Not found.');
    return true;
  }

  /** A client that was told about the share may come before the view knows it. */
  async #sharedJustNow(label: string): Promise<SiteRow | undefined> {
    const head = await this.store.headPosition();
    return (await this.projections.caughtUp('sites', head)) ? this.sites.byLabel(label) : undefined;
  }

  async #send(file: FileRef, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = {
      etag: `"${file.sha256}"`,
      'cache-control': cacheControl(file),
      'x-content-type-options': 'nosniff',
    };
    if (request.headers['if-none-match'] === headers.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const [content = Buffer.alloc(0)] = await this.blobs.get([file.sha256]);
    const type = file.path === PAGE ? 'text/html; charset=utf-8' : contentType(file.path);
    const isGzipped = GZIPPED.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    const body = isGzipped ? await compress(content) : content;
    response.writeHead(200, {
      ...headers,
      'content-type': type,
      'content-length': body.length,
      ...(isGzipped && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

/** The label of a Host header `<label>.share.<domain>[:port]`; undefined if the host is not a shared app's. */
export function shareLabelOfHost(host: string, domain: string): string | undefined {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  const [label = '', ...rest] = name.split('.');
  return rest.join('.') === `share.${domain}` ? label : undefined;
}

/** The file at the path, or the page for a route of the app; undefined for a file that does not exist. */
function fileFor(url: string, files: readonly FileRef[]): FileRef | undefined {
  // Not relative to a base, where `//` would begin a host; no route of an app has an empty part.
  const pathname = URL.parse(`http://site${url}`)?.pathname;
  if (pathname === undefined || pathname.includes('//')) return undefined;
  const named = files.find(({ path }) => `/${path}` === pathname);
  if (named) return named;
  return /^\/(?:app|assets)\//.test(pathname) ? undefined : files.find(({ path }) => path === PAGE);
}

/** All names except the page's are hashes of the contents. */
function cacheControl({ path }: FileRef): string {
  return path === PAGE ? 'no-cache' : 'public, max-age=31536000, immutable';
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(body);
}
