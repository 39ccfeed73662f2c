import { Logger } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

import type { LivePreviews } from '../live-previews.js';
import { METRO_KEY_HEADER, type MetroAddress } from '../metro-address.js';
import { clientAddress } from './client-address.js';
import { type BundleRequest, metroPath } from './metro-path.js';
import { refuseUpgrade } from './refuse-upgrade.js';
import { SocketCounts, type SocketLimits } from './socket-limits.js';

/** A registration has a few hundred bytes; lines of an app's console, which nobody reads here, may be longer. */
const MAX_MESSAGE_BYTES = 64 * 1024;
/** Apps register as soon as they are connected. */
const REGISTRATION_MS = 10_000;
/** The app's own bundle, and one for each `import()`. */
const MAX_ENTRIES = 200;
/** A client that does not read is disconnected and loads again. */
const MAX_UNREAD_BYTES = 16 * 1024 * 1024;
const FAREWELL_MS = 1_000;
const POLICY = 1008;
const TRY_AGAIN_LATER = 1013;

const registration = z.object({
  type: z.literal('register-entrypoints'),
  entryPoints: z.array(z.string()).min(1).max(MAX_ENTRIES),
});

export interface HotRelayOptions {
  readonly metro: () => MetroAddress | undefined;
  /** Counts open apps, and refuses them if there is no room. */
  readonly live: LivePreviews;
  readonly limits?: SocketLimits | undefined;
  readonly registrationMs?: number | undefined;
}

/** What a client may follow, and how it is notified. */
export interface HotSide {
  /** The bundle that an entry point names; undefined where this client may not follow it. */
  readonly read: (entryPoint: string) => BundleRequest | undefined;
  /** Where the client finds its bundles: updates name their modules by it. */
  readonly origin: string;
  /** Metro's message in the client's words. */
  readonly adapt: (message: string) => string;
}

/**
 * The sockets of previews. An app opens `/hot` and then registers the addresses of its bundles: only then is it connected to
 * Metro, for its own project only, with addresses that we build. Nothing else that it sends is passed on.
 */
export class HotRelay {
  readonly #logger = new Logger('Preview');
  readonly #server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_MESSAGE_BYTES });
  readonly #clients = new Set<WebSocket>();
  readonly #counts: SocketCounts;

  constructor(private readonly options: HotRelayOptions) {
    this.#counts = new SocketCounts(options.limits);
  }

  /** Takes a socket of hot updates. */
  follow(request: IncomingMessage, socket: Duplex, head: Buffer, side: HotSide): void {
    this.#take(request, socket, head, (client, proven) => {
      const late = setTimeout(
        () => dismiss(client, POLICY, 'Register the bundle of a preview first.'),
        this.#patienceMs,
      );
      client.once('close', () => clearTimeout(late));
      this.#onMessages(client, side, () => {
        clearTimeout(late);
        proven();
      });
    });
  }

  /** Takes a socket on which Expo's tools would speak to a page; here nobody does, and nobody is listened to. */
  keepSilent(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#take(request, socket, head, (_client, proven) => proven());
  }

  close(): void {
    for (const client of this.#clients) client.terminate();
    this.#server.close();
  }

  get #patienceMs(): number {
    return this.options.registrationMs ?? REGISTRATION_MS;
  }

  #take(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    use: (client: WebSocket, proven: () => void) => void,
  ): void {
    const count = this.#counts.admit(clientAddress(request));
    if (!count) {
      refuseUpgrade(socket, '429 Too Many Requests');
      return;
    }
    socket.once('close', count.gone);
    this.#server.handleUpgrade(request, socket, head, (client) => {
      this.#clients.add(client);
      client.on('error', (error) => this.#logger.debug(`A viewer's socket failed: ${error.message}`));
      client.once('close', () => this.#clients.delete(client));
      use(client, count.proven);
    });
  }

  /** Ignores everything but registrations, such as lines of the app's console. */
  #onMessages(client: WebSocket, side: HotSide, proven: () => void): void {
    const followed: BundleRequest[] = [];
    let register: ((bundles: readonly BundleRequest[]) => void) | undefined;
    client.on('message', (data) => {
      const bundles = readRegistration(textOf(data), side);
      if (bundles === 'other') return;
      followed.push(...bundles);
      const label = followed[0]?.label;
      const isOne = followed.every((bundle) => bundle.label === label) && followed.length <= MAX_ENTRIES;
      if (label === undefined || bundles.length === 0 || !isOne) {
        dismiss(client, POLICY, 'Register the bundle of a preview first.');
        return;
      }
      register ??= this.#connect(client, side, label);
      if (!register) return;
      proven();
      register(bundles);
    });
  }

  /** Connects the client to Metro. @returns a function that registers bundles there; undefined if there is no room, which the client is told */
  #connect(client: WebSocket, side: HotSide, label: string): ((bundles: readonly BundleRequest[]) => void) | undefined {
    const address = this.options.metro();
    if (!address || !this.options.live.openPage(label)) {
      dismiss(client, TRY_AGAIN_LATER, address ? 'Too many previews are open.' : 'The preview is starting.');
      return undefined;
    }
    client.once('close', () => this.options.live.closePage(label));
    const metro = new WebSocket(`ws://127.0.0.1:${address.port}/hot?project=${label}`, {
      perMessageDeflate: false,
      headers: { [METRO_KEY_HEADER]: address.key },
    });
    const away = (): void => dismiss(client, TRY_AGAIN_LATER, 'The preview is briefly unavailable.');
    metro.on('message', (data) => {
      if (client.bufferedAmount > MAX_UNREAD_BYTES) client.terminate();
      else client.send(side.adapt(textOf(data)));
    });
    metro.on('error', away);
    metro.on('close', away);
    client.on('close', () => metro.terminate());
    return (bundles) => whenOpen(metro, () => metro.send(registrationOf(bundles, side.origin)));
  }
}

/** The bundles that a message registers, none where it may not register them; `other` for any other message. */
function readRegistration(text: string, { read }: HotSide): readonly BundleRequest[] | 'other' {
  const message = parseJson(text);
  const parsed = registration.safeParse(message);
  if (!parsed.success) return isTyped(message) && message.type !== 'register-entrypoints' ? 'other' : [];
  const bundles = parsed.data.entryPoints.flatMap((entryPoint) => read(entryPoint) ?? []);
  return bundles.length === parsed.data.entryPoints.length ? bundles : [];
}

function registrationOf(bundles: readonly BundleRequest[], origin: string): string {
  const entryPoints = bundles.map((bundle) => `${origin}${metroPath({ ...bundle, kind: 'bundle' })}`);
  return JSON.stringify({ type: 'register-entrypoints', entryPoints });
}

function whenOpen(socket: WebSocket, act: () => void): void {
  if (socket.readyState === WebSocket.CONNECTING) socket.once('open', act);
  else if (socket.readyState === WebSocket.OPEN) act();
}

/** Says why, and does not wait long for a client that does not answer. */
function dismiss(client: WebSocket, code: number, reason: string): void {
  if (client.readyState !== WebSocket.OPEN) return;
  client.close(code, reason);
  const patience = setTimeout(() => client.terminate(), FAREWELL_MS);
  client.once('close', () => clearTimeout(patience));
}

function textOf(data: RawData): string {
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // no JSON, so no registration
  }
}

function isTyped(message: unknown): message is { readonly type: unknown } {
  return typeof message === 'object' && message !== null && 'type' in message;
}
