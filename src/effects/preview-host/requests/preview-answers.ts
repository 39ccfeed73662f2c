import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';

import { pastOfLabel } from '../../workspace/workspace.port.js';
import type { LivePreviews } from '../live-previews.js';
import type { MetroAddress } from '../metro-address.js';
import type { BringBack } from '../preview-sites.port.js';
import { notServedPage, noProjectPage, waitingPage } from './pages.js';
import { answerWithFont } from './font-answer.js';
import { answerFromMetro } from './metro-answer.js';
import { assetPath, metroPath, type Platform } from './metro-path.js';
import { isFromOwnOrigin } from './own-origin.js';
import { PastTurns } from './past-turns.js';
import type { PreviewFolders } from './preview-folders.js';
import { type AskedAt, type PreviewRequest, previewRequest } from './preview-request.js';
import type { ShellAnswers } from './shell-answers.js';

const FONTS = ['.ttf', '.otf', '.woff', '.woff2'];

export interface PreviewAnswersOptions {
  readonly folders: PreviewFolders;
  /** Where the preview process answers while it is up. */
  readonly metro: () => MetroAddress | undefined;
  /** Counts every use, and refuses it if there is no room. */
  readonly live: LivePreviews;
  /** Answers requests of the page's own script. */
  readonly shell: ShellAnswers;
}

/** The address of a project on one of the listeners. */
export interface Site extends AskedAt {
  /** The request's path with query below the address. */
  readonly url: string;
  /** The first segment of its paths, where the listener serves other projects as well. */
  readonly segment?: string | undefined;
  readonly page: () => string | Promise<string>;
  /** Absent where phones are not served. */
  readonly sendManifest?: (metro: MetroAddress, platform: Platform) => Promise<void>;
  /** Answers for a project that cannot be served now, or returns false, having done nothing. */
  readonly standIn?: () => Promise<boolean>;
}

/** Answers requests for previews, the same for every listener. */
export class PreviewAnswers {
  bringBack: BringBack = () => Promise.resolve(false);
  readonly #past = new PastTurns();

  constructor(private readonly options: PreviewAnswersOptions) {}

  async answer(request: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
    const { shell } = this.options;
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    if (shell.answer(site.label, site.url, request, response)) return;
    const asked = previewRequest(askedOf(request, site.url), site);
    if (asked && asked.kind !== 'page' && !isFromOwnOrigin(request)) {
      sendText(response, 403, 'Only the preview’s own page may request this.');
      return;
    }
    if (asked && pastOfLabel(site.label) && isBuilt(asked))
      await this.#past.inTurn(site.label, response, () => this.#answer(asked, { request, response, site }));
    else await this.#answer(asked, { request, response, site });
  }

  async #answer(asked: PreviewRequest | undefined, { request, response, site }: Omit<Serving, 'metro'>): Promise<void> {
    const { live, metro: metroNow } = this.options;
    const isThere = await this.#isThere(site.label, asked);
    const metro = metroNow();
    const canServe = isThere && metro !== undefined && live.use(site.label);
    if (!canServe && (await site.standIn?.())) return;
    if (!asked) sendText(response, 404, 'Not found.');
    else if (!isThere) sendPage(response, 404, noProjectPage(site.label));
    else if (!metro) sendWaiting(response);
    else if (!canServe) sendPage(response, 503, notServedPage(site.label, live), { 'retry-after': '10' });
    else await this.#serve(asked, { request, response, site, metro });
  }

  async #isThere(label: string, asked: PreviewRequest | undefined): Promise<boolean> {
    const hasFolder = await this.options.folders.has(label);
    if (hasFolder && !pastOfLabel(label)) return true;
    return asked !== undefined && this.bringBack(label, hasFolder);
  }

  async #serve(asked: PreviewRequest, { request, response, site, metro }: Serving): Promise<void> {
    const { segment, label } = site;
    if (asked.kind === 'page') sendPage(response, 200, await site.page());
    else if (asked.kind === 'manifest') await site.sendManifest?.(metro, asked.platform);
    else if (asked.kind === 'asset') await this.#sendAsset(asked, { request, response, site, metro });
    else await answerFromMetro(request, response, { metro, path: metroPath({ ...asked, label }), segment });
  }

  async #sendAsset(
    asked: PreviewRequest & { kind: 'asset' },
    { request, response, site, metro }: Serving,
  ): Promise<void> {
    const file = this.options.folders.assetFile(site.label, asked);
    if (file === undefined) sendText(response, 404, 'Not found.');
    else if (FONTS.includes(extname(file))) await answerWithFont(request, response, file);
    else {
      const below = asked.below === 'kit' ? 'node_modules' : `projects/${site.label}`;
      const path = assetPath(`${below}/${asked.file}`, asked.platform);
      await answerFromMetro(request, response, { metro, path, segment: site.segment });
    }
  }
}

/** Whether the answer takes work that is in vain for a client that has gone. */
function isBuilt({ kind }: PreviewRequest): boolean {
  return kind === 'page' || kind === 'bundle' || kind === 'map';
}

interface Serving {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly site: Site;
  readonly metro: MetroAddress;
}

/** Sent while the preview process is gone, or not up yet. */
export function sendWaiting(response: ServerResponse): void {
  sendPage(response, 503, waitingPage(), { 'retry-after': '1' });
}

export function sendPage(
  response: ServerResponse,
  status: number,
  page: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(response, status, 'text/html', page, headers);
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'text/plain', text, {});
}

function send(
  response: ServerResponse,
  status: number,
  type: 'text/html' | 'text/plain',
  body: string,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers });
  response.end(body);
}

function askedOf({ method = '', headers }: IncomingMessage, url: string) {
  return {
    method,
    url,
    accept: headers.accept ?? '',
    destination: single(headers['sec-fetch-dest']),
    expoPlatform: single(headers['expo-platform']),
  };
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
