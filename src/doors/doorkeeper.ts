import type { IncomingMessage } from 'node:http';
import { type Host, hostText, isLoopback, parseHost } from './host.js';
import { isTrusted } from './origins.js';
import { type Refusal, refusal } from './refusal.js';

export interface DoorkeeperOptions {
  /** Names at which the service answers beside the loopback ones: `firstlight.example.org`. */
  readonly names: readonly string[];
  /** Whether previews or shared apps answer at this name. */
  readonly isSite: (name: string) => boolean;
  /** Whether generated code is served at this port, whatever the host is called. */
  readonly isSitePort: (port: number) => boolean;
  /** Pages that may use the API: see `TrustedOrigins`. */
  readonly corsOrigins: readonly string[];
}

/** Whom a request is for: the page and the API; or a preview or shared app, which looks after itself. */
export type Destination = 'service' | 'site';

const CHANGES_NOTHING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Decides for every request and upgrade, before anything else reads it: is it for this service, and may its sender do this?
 * A page's script may read an answer only where its origin is trusted; CORS sees to that.
 */
export class Doorkeeper {
  constructor(private readonly options: DoorkeeperOptions) {}

  /** Leaves the request with one spelling of its Host, and with a path for its URL. */
  admit(request: IncomingMessage): Destination | Refusal {
    const host = settleAddress(request);
    if (host && this.options.isSite(host.name)) return 'site';
    if (!host || !this.isOurs(host.name)) return misdirected(request);
    const isUpgrade = request.headers.upgrade?.toLowerCase() === 'websocket';
    const isHarmless = CHANGES_NOTHING.includes(request.method ?? '') && !isUpgrade;
    return isHarmless || this.isFromUs(request, host) ? 'service' : foreign(request);
  }

  /** Whether pages of this origin may use the API. */
  trusts(origin: string): boolean {
    const { corsOrigins: patterns } = this.options;
    return isTrusted(origin, { patterns, isGenerated: (url) => this.isGenerated(url) });
  }

  private isOurs(name: string): boolean {
    return isLoopback(name) || this.options.names.includes(name);
  }

  /** Programs send neither header; browsers send `Origin` with whatever changes something, and with each upgrade. */
  private isFromUs({ headers }: IncomingMessage, host: Host): boolean {
    const { origin, 'sec-fetch-site': site } = headers;
    if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
    return isAt(origin, host) || this.trusts(origin);
  }

  private isGenerated({ hostname, port }: URL): boolean {
    const { isSite, isSitePort } = this.options;
    return isSite(hostname) || (isLoopback(hostname) && port !== '' && isSitePort(Number(port)));
  }
}

/** The host that the request names: once, and the same in an absolute target (RFC 9112, section 3.2). */
function settleAddress(request: IncomingMessage): Host | undefined {
  const named = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  const host = named.length === 1 ? parseHost(request.headers.host ?? '') : undefined;
  if (!host) return undefined;
  request.headers.host = hostText(host);
  const { url = '/' } = request;
  if (url.startsWith('/') || url === '*') return host;
  const scheme = /^(?:http|ws)s?:\/\//i.exec(url)?.[0];
  if (scheme === undefined) return undefined;
  const behind = url.slice(scheme.length);
  const end = behind.search(/[/?#]/);
  const path = end < 0 ? '' : behind.slice(end);
  const same = parseHost(end < 0 ? behind : behind.slice(0, end));
  if (!same || hostText(same) !== hostText(host)) return undefined;
  request.url = path.startsWith('/') ? path : `/${path}`;
  return host;
}

/** Whether a page of this origin was served at this very host and port. */
function isAt(origin: string, host: Host): boolean {
  const page = URL.parse(origin);
  const here = page && URL.parse(`${page.protocol}//${hostText(host)}`);
  return page !== null && /^https?:$/.test(page.protocol) && page.host === here?.host;
}

function misdirected({ headers }: IncomingMessage): Refusal {
  return refusal('host_not_ours', `The service is not reached as ${JSON.stringify(clip(headers.host ?? ''))}.`);
}

function foreign({ headers: { origin } }: IncomingMessage): Refusal {
  const pages = origin === undefined ? 'Pages of another site' : `Pages of the origin ${JSON.stringify(clip(origin))}`;
  return refusal('origin_not_allowed', `${pages} may not use this API.`);
}

function clip(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
