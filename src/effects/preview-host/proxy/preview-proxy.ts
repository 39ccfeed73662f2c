import { Logger } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import type { HotRelay } from '../requests/hot-relay.js';
import { isFromOwnOrigin } from '../requests/own-origin.js';
import { appPage } from '../requests/pages.js';
import { type PreviewAnswers, sendWaiting } from '../requests/preview-answers.js';
import type { PreviewFolders } from '../requests/preview-folders.js';
import { bundleRequest } from '../requests/preview-request.js';
import { refuseUpgrade } from '../requests/refuse-upgrade.js';
import { type BringBack, PreviewSites, type StandIn } from '../preview-sites.port.js';
import { previewLabelOfHost } from './preview-label-of-host.js';

export interface PreviewProxyOptions {
  /** Previews are at `<label>.<previewDomain>`. */
  readonly previewDomain: string;
  /** Of the service's PUBLIC_URL: pages there may have an element of the preview picked, beside the service's loopback addresses. */
  readonly publicOrigin?: string | undefined;
  readonly folders: PreviewFolders;
  readonly answers: PreviewAnswers;
  readonly hot: HotRelay;
}

/** This machine's browsers load what `import()` asks for when it does; no phone looks at these hosts. */
const HERE = { isWhole: false, hasPhones: false };

/** Serves every project's preview at its own host, in front of Metro; its addresses outlive Metro's process. */
export class PreviewProxy extends PreviewSites {
  readonly #logger = new Logger('PreviewProxy');
  #standIn: StandIn = () => Promise.resolve(false);

  constructor(private readonly options: PreviewProxyOptions) {
    super();
  }

  override handleRequest(request: IncomingMessage, response: ServerResponse): boolean {
    const label = previewLabelOfHost(request.headers.host, this.options.previewDomain);
    if (label === undefined) return false;
    response.on('error', (error) => this.#logger.debug(`A viewer went away: ${error.message}`));
    const site = {
      ...HERE,
      label,
      url: request.url ?? '/',
      page: () => appPage(label, { studio: this.options.publicOrigin ?? null }),
      standIn: () => this.#standIn(label, request, response),
    };
    this.options.answers.answer(request, response, site).catch((error: unknown) => {
      this.#logger.debug(`A preview request failed: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else sendWaiting(response);
    });
    return true;
  }

  override standInWith(standIn: StandIn): void {
    this.#standIn = standIn;
  }

  override handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const label = previewLabelOfHost(request.headers.host, this.options.previewDomain);
    if (label === undefined) return false;
    socket.on('error', (error) => this.#logger.debug(`A viewer's socket failed: ${error.message}`));
    this.#upgrade(label, request, socket, head).catch((error: unknown) => {
      this.#logger.debug(`A preview's socket failed: ${String(error)}`);
      socket.destroy();
    });
    return true;
  }

  override onMissing(bringBack: BringBack): void {
    this.options.answers.bringBack = bringBack;
  }

  /** Lets go of the viewers' sockets. */
  close(): void {
    this.options.hot.close();
  }

  async #upgrade(label: string, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { hot, folders } = this.options;
    const path = URL.parse(request.url ?? '/', 'http://preview')?.pathname;
    if (!isFromOwnOrigin(request)) refuseUpgrade(socket, '403 Forbidden');
    else if ((path !== '/hot' && path !== '/message') || !(await folders.has(label)))
      refuseUpgrade(socket, '404 Not Found');
    else if (path === '/message') hot.keepSilent(request, socket, head);
    else {
      const origin = `http://${request.headers.host ?? ''}`;
      const read = (entryPoint: string) => bundleRequest(entryPoint, { ...HERE, label });
      hot.follow(request, socket, head, { read, origin, adapt: (message) => message });
    }
  }
}
