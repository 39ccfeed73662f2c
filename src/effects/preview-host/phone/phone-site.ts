import { Logger } from '@nestjs/common';
import { access } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';

import { httpGet } from '../http-get.js';
import type { LivePreviews } from '../live-previews.js';
import { answerWithFont } from '../proxy/font-answer.js';
import { noProjectPage, notServedPage, waitingPage } from '../proxy/pages.js';
import { route } from '../proxy/route.js';
import type { ShellAnswers } from '../proxy/shell-answers.js';
import { answerFromMetro } from './metro-answer.js';
import { projectManifest } from './phone-manifest.js';
import { lostPage, phonePage } from './phone-pages.js';
import { type PhonePaths, splitPath } from './phone-paths.js';

const MANIFEST_TIMEOUT_MS = 10_000;
const PLATFORMS = ['ios', 'android'];

export interface PhoneSiteOptions {
  readonly paths: PhonePaths;
  readonly hostDir: string;
  readonly kitDir: string;
  /** Metro's loopback port while it is up. */
  readonly metroPort: () => number | undefined;
  /** Hears of every use, and says where there is no room. */
  readonly live: LivePreviews;
  /** For the page's own script. */
  readonly shell: ShellAnswers;
}

/**
 * What other devices may see: of each project whose address they were given the manifest for Expo Go, the page, bundles and
 * assets; nothing else of this machine, and no API.
 */
export class PhoneSite {
  readonly #logger = new Logger('PhonePreview');

  constructor(private readonly options: PhoneSiteOptions) {}

  handleRequest(request: IncomingMessage, response: ServerResponse): void {
    response.on('error', (error) => this.#logger.debug(`A phone went away: ${error.message}`));
    this.#answer(request, response).catch((error: unknown) => {
      this.#logger.debug(`A phone's request failed: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else sendPage(response, 503, waitingPage());
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { segment, rest } = splitPath(request.url ?? '/');
    // Expo Go on Android asks for this at the root before it loads a bundle.
    const label = this.options.paths.labelOf(segment);
    if (segment === 'status') send(response, 200, 'text/plain', 'packager-status:running');
    else if (label === undefined) sendPage(response, 404, lostPage());
    else await this.#answerFor(label, request, response, { segment, rest });
  }

  async #answerFor(
    label: string,
    request: IncomingMessage,
    response: ServerResponse,
    { segment, rest }: ReturnType<typeof splitPath>,
  ): Promise<void> {
    if (this.options.shell.answer(label, rest, request, response)) return;
    const kind = this.#kindOf(request, label, rest);
    const port = this.options.metroPort();
    if (kind === 'refused') send(response, 404, 'text/plain', 'Not found.');
    else if (!(await this.#hasProject(label))) sendPage(response, 404, noProjectPage(label));
    else if (port === undefined) sendPage(response, 503, waitingPage());
    else if (!this.options.live.use(label)) sendPage(response, 503, notServedPage(label, this.options.live));
    else if (kind === 'page') sendPage(response, 200, phonePage(label, segment));
    else if (typeof kind === 'object') await answerWithFont(request, response, kind.font);
    else if (kind === 'manifest') await this.#sendManifest(request, response, { label, segment, port });
    else await answerFromMetro(request, response, { port, path: rest, segment });
  }

  #kindOf(request: IncomingMessage, label: string, rest: string): 'manifest' | ReturnType<typeof route> {
    const { accept = '', 'sec-fetch-dest': destination } = request.headers;
    if (platformOf(request, rest) !== undefined && rest.split('?')[0] === '/') return 'manifest';
    const { hostDir, kitDir } = this.options;
    const folders = [join(hostDir, 'projects', label), join(hostDir, 'node_modules'), resolve(kitDir, 'node_modules')];
    const asked = {
      method: request.method ?? '',
      url: rest,
      accept,
      destination: typeof destination === 'string' ? destination : undefined,
    };
    return route(asked, { hostDir, folders });
  }

  async #sendManifest(
    request: IncomingMessage,
    response: ServerResponse,
    { label, segment, port }: { label: string; segment: string; port: number },
  ): Promise<void> {
    const signal = AbortSignal.timeout(MANIFEST_TIMEOUT_MS);
    const platform = platformOf(request, request.url ?? '') ?? 'ios';
    const accept = 'application/expo+json,application/json';
    const answer = await httpGet(port, `/?platform=${platform}`, { accept, signal });
    const baseUrl = new URL(`${originOf(request)}/${segment}`);
    const manifest = projectManifest(JSON.parse(answer.body.toString()), { label, baseUrl });
    response.writeHead(200, {
      'content-type': answer.contentType,
      'expo-protocol-version': '0',
      'expo-sfv-version': '0',
      'cache-control': 'private, max-age=0',
    });
    response.end(JSON.stringify(manifest));
  }

  #hasProject(label: string): Promise<boolean> {
    return access(join(this.options.hostDir, 'projects', label, 'index.js')).then(
      () => true,
      () => false,
    );
  }
}

/** Expo Go says which phone it runs on; `?platform=` is for people who look with a browser. */
function platformOf({ headers }: IncomingMessage, url: string): string | undefined {
  const said = headers['expo-platform'] ?? new URL(url, 'http://phone').searchParams.get('platform');
  return PLATFORMS.find((platform) => platform === said);
}

/** The origin under which the phone asked: on the Wi-Fi this machine's address, through a tunnel the tunnel's. */
function originOf({ headers, socket }: IncomingMessage): string {
  const isTunnelled = socket.remoteAddress?.endsWith('127.0.0.1') === true && headers['x-forwarded-proto'] === 'https';
  const host = /^[A-Za-z0-9.-]+(?::\d{1,5})?$/.exec(headers.host ?? '')?.[0];
  if (host === undefined) throw new Error(`No Host header can be read in ${JSON.stringify(headers.host)}.`);
  return `${isTunnelled ? 'https' : 'http'}://${host}`;
}

function sendPage(response: ServerResponse, status: number, page: string): void {
  send(response, status, 'text/html', page, status === 503 ? { 'retry-after': '1' } : {});
}

function send(
  response: ServerResponse,
  status: number,
  type: 'text/html' | 'text/plain',
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    ...headers,
  });
  response.end(body);
}
