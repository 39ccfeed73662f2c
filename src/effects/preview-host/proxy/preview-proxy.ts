import { Logger } from '@nestjs/common';
import { createProxyServer } from 'http-proxy-3';
import { access } from 'node:fs/promises';
import { ServerResponse, type IncomingMessage } from 'node:http';
import { join, resolve } from 'node:path';
import type { Duplex } from 'node:stream';

import type { LivePreviews } from '../live-previews.js';
import { answerWithFont } from './font-answer.js';
import { appPage, noProjectPage, notServedPage, waitingPage } from './pages.js';
import { previewLabelOfHost } from './preview-label-of-host.js';
import { route, socketRoute } from './route.js';
import type { ShellAnswers } from './shell-answers.js';

export interface PreviewProxyOptions {
  /** Previews are at `<label>.<previewDomain>`. */
  readonly previewDomain: string;
  readonly hostDir: string;
  /** Where the kit's node_modules is, outside of the host folder. */
  readonly kitDir: string;
  /** Metro's loopback port while it is up. */
  readonly metroPort: () => number | undefined;
  /** Hears of every use, and says where there is no room. */
  readonly live: LivePreviews;
  /** For the page's own script. */
  readonly shell: ShellAnswers;
}

/** Answers for a label, or returns false, having done nothing. */
type StandIn = (label: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Serves every project's preview at a host of its own, in front of Metro; its addresses outlive Metro's process. */
export class PreviewProxy {
  readonly #logger = new Logger('PreviewProxy');
  readonly #proxy = createProxyServer({ xfwd: false });
  /** Taken over from the server, which would wait for them for ever when it stops. */
  readonly #sockets = new Set<Duplex>();
  #bringBack: (label: string) => Promise<boolean> = () => Promise.resolve(false);
  #standIn: StandIn = () => Promise.resolve(false);

  constructor(private readonly options: PreviewProxyOptions) {
    this.#proxy.on('error', (error, _request, response) => this.#failed(error, response));
    this.#proxy.on('econnreset', (error, _request, response) => this.#failed(error, response));
  }

  /** Answers a request to a preview's host. @returns false, having done nothing, for any other host */
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean {
    const label = previewLabelOfHost(request.headers.host, this.options.previewDomain);
    if (label === undefined) return false;
    response.on('error', (error) => this.#logger.debug(`A viewer went away: ${error.message}`));
    this.#answer(label, request, response).catch((error: unknown) => this.#failed(error, response));
    return true;
  }

  /** What answers for a project that cannot be served now, such as its exported site. */
  standInWith(standIn: StandIn): void {
    this.#standIn = standIn;
  }

  /** Takes an upgrade to a preview's host. @returns false, having done nothing, for any other host */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const label = previewLabelOfHost(request.headers.host, this.options.previewDomain);
    if (label === undefined) return false;
    socket.on('error', (error) => this.#logger.debug(`A viewer's socket failed: ${error.message}`));
    const path = socketRoute(request.url ?? '/');
    const port = this.options.metroPort();
    if (path === undefined || port === undefined || !this.options.live.openPage(label)) {
      socket.end(
        `HTTP/1.1 ${path === undefined ? '404 Not Found' : '503 Service Unavailable'}\r\nConnection: close\r\n\r\n`,
      );
      return true;
    }
    socket.once('close', () => this.options.live.closePage(label));
    keepPrivate(request);
    // Metro's side lets a socket register only the project that its address names.
    request.url = `${path}?project=${label}`;
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    this.#proxy.ws(request, socket, head, { target: target(port) });
    return true;
  }

  /** Asked where a preview has no folder (deleted, or another machine's); true once it has one. */
  onMissing(bringBack: (label: string) => Promise<boolean>): void {
    this.#bringBack = bringBack;
  }

  /** Lets go of the viewers' hot-update sockets. */
  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#proxy.close();
  }

  async #answer(label: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.options.shell.answer(label, request.url ?? '/', request, response)) return;
    const { accept = '', 'sec-fetch-dest': destination } = request.headers;
    const kind = route(
      { method: request.method ?? '', url: request.url ?? '/', accept, destination: single(destination) },
      { hostDir: this.options.hostDir, folders: this.#foldersOf(label) },
    );
    const port = this.options.metroPort();
    const isWanted = kind !== 'refused';
    const hasProject = (await this.#hasProject(label)) || (isWanted && (await this.#bringBack(label)));
    const canServe = hasProject && port !== undefined && this.options.live.use(label);
    if (!canServe && (await this.#standIn(label, request, response))) return;
    if (kind === 'refused') send(response, 404, 'text/plain', 'Not found.');
    else if (!hasProject) send(response, 404, 'text/html', noProjectPage(label));
    else if (port === undefined) send(response, 503, 'text/html', waitingPage(), { 'retry-after': '1' });
    else if (!canServe)
      send(response, 503, 'text/html', notServedPage(label, this.options.live), { 'retry-after': '10' });
    else if (kind === 'page') send(response, 200, 'text/html', appPage(label));
    else if (typeof kind === 'object') await answerWithFont(request, response, kind.font);
    else {
      keepPrivate(request);
      this.#proxy.web(request, response, { target: target(port) });
    }
  }

  #foldersOf(label: string): readonly string[] {
    const { hostDir, kitDir } = this.options;
    return [join(hostDir, 'projects', label), join(hostDir, 'node_modules'), resolve(kitDir, 'node_modules')];
  }

  #hasProject(label: string): Promise<boolean> {
    return access(join(this.options.hostDir, 'projects', label, 'index.js')).then(
      () => true,
      () => false,
    );
  }

  #failed(error: unknown, response: ServerResponse | Duplex): void {
    this.#logger.debug(`A preview request failed: ${String(error)}`);
    if (response instanceof ServerResponse && !response.headersSent) {
      send(response, 503, 'text/html', waitingPage(), { 'retry-after': '1' });
    } else {
      response.destroy();
    }
  }
}

/**
 * Metro sees neither the viewer's cookies nor the origin (with an origin it refuses fonts), and does not compress, which costs
 * more than it saves on one machine.
 */
function keepPrivate(request: IncomingMessage): void {
  for (const name of ['origin', 'referer', 'cookie', 'authorization', 'accept-encoding']) {
    Reflect.deleteProperty(request.headers, name);
  }
}

function target(port: number): { host: string; port: number } {
  return { host: '127.0.0.1', port };
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function send(
  response: ServerResponse,
  status: number,
  type: 'text/html' | 'text/plain',
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers });
  response.end(body);
}
