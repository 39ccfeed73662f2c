import { Logger } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

import type { LivePreviews } from '../live-previews.js';
import { prefixAssets } from './asset-paths.js';
import { type PhonePaths, splitPath } from './phone-paths.js';

const MAX_MESSAGE_BYTES = 1024 * 1024;
const POLICY = 1008;
const TRY_AGAIN_LATER = 1013;

const registration = z.object({ type: z.literal('register-entrypoints'), entryPoints: z.array(z.url()).min(1) });

export interface HotRelayOptions {
  readonly paths: PhonePaths;
  /** Metro's loopback port while it is up. */
  readonly metroPort: () => number | undefined;
  /** Hears of every open app, and says where there is no room. */
  readonly live: LivePreviews;
}

/**
 * Hot updates for the phone listener. An app opens `/hot` without saying whose it is and then registers the address of its
 * bundle: only with that proof is it connected to Metro, and to its own project alone.
 */
export class HotRelay {
  readonly #logger = new Logger('PhonePreview');
  readonly #server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_MESSAGE_BYTES });
  readonly #clients = new Set<WebSocket>();

  constructor(private readonly options: HotRelayOptions) {}

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (client) => {
      this.#clients.add(client);
      client.on('error', (error) => this.#logger.debug(`A phone's socket failed: ${error.message}`));
      client.once('close', () => this.#clients.delete(client));
      this.#awaitRegistration(client);
    });
  }

  close(): void {
    for (const client of this.#clients) client.terminate();
    this.#server.close();
  }

  /** Before they register, apps already send their console's lines: those are for nobody here. */
  #awaitRegistration(client: WebSocket): void {
    client.once('message', (data) => {
      const message = textOf(data);
      if (/^\{"type":"log/.test(message)) this.#awaitRegistration(client);
      else this.#register(client, message);
    });
  }

  #register(client: WebSocket, text: string): void {
    const entry = readRegistration(text, this.options.paths);
    const port = this.options.metroPort();
    if (!entry) client.close(POLICY, 'Register the bundle of a preview first.');
    else if (port === undefined) client.close(TRY_AGAIN_LATER, 'The preview is starting.');
    else if (!this.options.live.openPage(entry.label)) client.close(TRY_AGAIN_LATER, 'Too many previews are open.');
    else {
      client.once('close', () => this.options.live.closePage(entry.label));
      connect(client, entry, port);
    }
  }
}

interface Entry {
  readonly label: string;
  readonly segment: string;
  /** Paths with queries, as Metro knows them. */
  readonly bundles: readonly string[];
}

/** What a first message proves; undefined for anything but bundles of one project with its segment. */
function readRegistration(text: string, paths: PhonePaths): Entry | undefined {
  const parsed = registration.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const bundles = parsed.data.entryPoints.map((entry) => {
    const { pathname, search } = new URL(entry);
    return splitPath(pathname + search);
  });
  const segment = bundles[0]?.segment ?? '';
  const label = paths.labelOf(segment);
  const isOwn = ({ segment: its, rest }: { segment: string; rest: string }): boolean =>
    its === segment && rest.startsWith(`/projects/${label}/`);
  if (label === undefined || !bundles.every(isOwn)) return undefined;
  return { label, segment, bundles: bundles.map(({ rest }) => rest) };
}

function connect(client: WebSocket, { label, segment, bundles }: Entry, port: number): void {
  const metro = new WebSocket(`ws://127.0.0.1:${port}/hot?project=${label}`, { perMessageDeflate: false });
  const entryPoints = bundles.map((bundle) => `http://127.0.0.1:${port}${bundle}`);
  metro.on('open', () => metro.send(JSON.stringify({ type: 'register-entrypoints', entryPoints })));
  metro.on('message', (data) => client.send(prefixAssets(textOf(data), segment)));
  metro.on('error', () => client.close(TRY_AGAIN_LATER, 'The preview is away for a moment.'));
  metro.on('close', () => client.close(TRY_AGAIN_LATER, 'The preview is away for a moment.'));
  client.on('message', (data) => {
    if (metro.readyState === WebSocket.OPEN) metro.send(textOf(data));
  });
  client.on('close', () => metro.terminate());
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
