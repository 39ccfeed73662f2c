import { Logger } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import { metroGet } from '../http-get.js';
import { pastOfLabel } from '../../workspace/workspace.port.js';
import type { MetroAddress } from '../metro-address.js';
import { prefixAssets } from '../requests/asset-paths.js';
import type { HotRelay } from '../requests/hot-relay.js';
import type { BundleRequest, Platform } from '../requests/metro-path.js';
import { isFromOwnOrigin } from '../requests/own-origin.js';
import { type PreviewAnswers, sendPage, sendText, sendWaiting, type Site } from '../requests/preview-answers.js';
import { bundleRequest } from '../requests/preview-request.js';
import { refuseUpgrade } from '../requests/refuse-upgrade.js';
import type { OwnPorts } from './own-ports.js';
import { projectManifest } from './phone-manifest.js';
import { hasStayed, lostPage, movingPage, phonePage } from './phone-pages.js';
import { type PhonePaths, splitPath } from './phone-paths.js';

const MANIFEST_TIMEOUT_MS = 10_000;

/** Apps there cannot ask for more than they were given: their first bundle holds all. */
const WITH_PHONES = { isWhole: true, hasPhones: true };

export interface PhoneSiteOptions {
  readonly paths: PhonePaths;
  readonly metro: () => MetroAddress | undefined;
  readonly answers: PreviewAnswers;
  readonly hot: HotRelay;
  /** The one project of this listener, so that its pages have an origin of their own; absent: all projects. */
  readonly only?: string | undefined;
  /** Gives each project its own origin for browsers. */
  readonly ownPorts?: OwnPorts | undefined;
}

/**
 * What other devices may see: for each project whose address they were given, the manifest for Expo Go, the page, bundles and
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
      else sendWaiting(response);
    });
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', (error) => this.#logger.debug(`A phone's socket failed: ${error.message}`));
    if (!isFromOwnOrigin(request)) refuseUpgrade(socket, '403 Forbidden');
    else if (splitPath(request.url ?? '').segment !== 'hot') refuseUpgrade(socket, '404 Not Found');
    else {
      let segment = '';
      const read = (entryPoint: string): BundleRequest | undefined => {
        const url = URL.parse(entryPoint);
        const found = splitPath(`${url?.pathname ?? ''}${url?.search ?? ''}`);
        const label = this.#labelOf(found.segment);
        segment ||= found.segment;
        return label === undefined ? undefined : bundleRequest(found.rest, { ...WITH_PHONES, label });
      };
      const origin = `http://${hostOf(request) ?? '127.0.0.1'}`;
      this.options.hot.follow(request, socket, head, {
        read,
        origin,
        adapt: (message) => prefixAssets(message, segment),
      });
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { segment, rest } = splitPath(request.url ?? '/');
    const label = this.#labelOf(segment);
    if (segment === 'status') sendStatus(response);
    else if (label === undefined) sendPage(response, 404, lostPage());
    else {
      const site: Site = {
        ...WITH_PHONES,
        label,
        url: rest,
        segment,
        page: () => this.#page(label, segment, request),
        sendManifest: (metro, platform) => sendManifest(request, response, { metro, platform, label, segment }),
      };
      await this.options.answers.answer(request, response, site);
    }
  }

  #labelOf(segment: string): string | undefined {
    const label = this.options.paths.labelOf(segment);
    return this.options.only === undefined || this.options.only === label ? label : undefined;
  }

  async #page(label: string, segment: string, request: IncomingMessage): Promise<string> {
    const { only, ownPorts } = this.options;
    // A tunnel leads only to this port, a firewall may block the other one, and past versions would use up all own ports.
    const isHeld = isTunnelled(request) || hasStayed(request.headers.cookie) || pastOfLabel(label) !== undefined;
    const own = isHeld ? undefined : await ownPorts?.of(label);
    return own === undefined ? phonePage(label, segment, { isShared: only === undefined }) : movingPage(segment, own);
  }
}

/** Expo Go on Android asks for this at the root before it loads a bundle; a page of the other port, whether it gets here. */
function sendStatus(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  sendText(response, 200, 'packager-status:running');
}

async function sendManifest(
  request: IncomingMessage,
  response: ServerResponse,
  { metro, platform, label, segment }: { metro: MetroAddress; platform: Platform; label: string; segment: string },
): Promise<void> {
  const signal = AbortSignal.timeout(MANIFEST_TIMEOUT_MS);
  const accept = 'application/expo+json,application/json';
  const answer = await metroGet(metro, `/?platform=${platform}`, { accept, signal });
  const host = hostOf(request);
  if (host === undefined) throw new Error(`The Host header ${JSON.stringify(request.headers.host)} cannot be parsed.`);
  const baseUrl = new URL(`${isTunnelled(request) ? 'https' : 'http'}://${host}/${segment}`);
  const manifest = projectManifest(JSON.parse(answer.body.toString()), { label, baseUrl, platform });
  response.writeHead(200, {
    'content-type': answer.contentType,
    'expo-protocol-version': '0',
    'expo-sfv-version': '0',
    'cache-control': 'private, max-age=0',
  });
  response.end(JSON.stringify(manifest));
}

/** Under which the client asked: on the Wi-Fi this machine's address, through a tunnel the tunnel's. */
function hostOf({ headers }: IncomingMessage): string | undefined {
  return /^[A-Za-z0-9.-]+(?::\d{1,5})?$/.exec(headers.host ?? '')?.[0];
}

function isTunnelled({ headers, socket }: IncomingMessage): boolean {
  return socket.remoteAddress?.endsWith('127.0.0.1') === true && headers['x-forwarded-proto'] === 'https';
}
