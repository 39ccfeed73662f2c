import { join } from 'node:path';
import { networkInterfaces } from 'node:os';

import type { Tunnel } from '../../tunnel/tunnel.port.js';
import type { MetroAddress } from '../metro-address.js';
import type { HotRelay } from '../requests/hot-relay.js';
import type { PreviewAnswers } from '../requests/preview-answers.js';
import { lanAddress } from './lan-address.js';
import { OwnPorts } from './own-ports.js';
import { phoneKey } from './phone-key.js';
import { PhoneListener } from './phone-listener.js';
import { PhonePaths } from './phone-paths.js';
import { PhoneSite, type PhoneSiteOptions } from './phone-site.js';

/** The addresses of a project's preview on other devices; each is absent where it cannot be had. */
export interface PhoneUrls {
  /** Opens in Expo Go: `exp://…`. */
  readonly phone?: string;
  /** Opens in the browser of a device on the same network. */
  readonly lan?: string;
  /** Opens in any browser, through the tunnel. */
  readonly public?: string;
}

export interface PhonePreviewOptions {
  /** Where the key of the addresses is kept, and whose each port is. */
  readonly hostDir: string;
  readonly metro: () => MetroAddress | undefined;
  readonly answers: PreviewAnswers;
  readonly hot: HotRelay;
  /** Whether devices of the network may come in; without it only the tunnel can. */
  readonly isOnLan: boolean;
  readonly port: number;
  /** Instead of the address found among the network interfaces. */
  readonly lanHost?: string | undefined;
  readonly tunnel?: Tunnel | undefined;
}

/** Previews on phones and other devices: a separate listener, and the tunnel that leads to it. */
export class PhonePreview {
  readonly #own: PhoneListener[] = [];
  #listener: Promise<{ listener: PhoneListener; paths: PhonePaths; ownPorts: OwnPorts | undefined }> | undefined;
  #isAt: (port: number) => boolean = () => false;

  constructor(private readonly options: PhonePreviewOptions) {}

  /** Starts listening, then opens the tunnel; resolves when it is listening. */
  async start(): Promise<void> {
    await this.#port();
    await (await this.#opened()).ownPorts?.reopen();
  }

  /** The addresses of the project for other devices. @param label its folder's name */
  async urlsOf(label: string): Promise<PhoneUrls> {
    const { isOnLan, tunnel, lanHost } = this.options;
    const port = await this.#port();
    const { paths } = await this.#opened();
    const segment = paths.segmentOf(label);
    const host = isOnLan ? (lanHost ?? lanAddress(networkInterfaces())) : undefined;
    const publicUrl = await tunnel?.url();
    const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
    return {
      ...(host !== undefined && {
        phone: `exp://${host}:${port}/${segment}`,
        lan: `http://${host}:${port}/${segment}`,
      }),
      ...(host === undefined && publicHost !== undefined && { phone: `exps://${publicHost}/${segment}` }),
      ...(publicHost !== undefined && { public: `https://${publicHost}/${segment}` }),
    };
  }

  /** Whether other devices get previews at this port. */
  isAt(port: number): boolean {
    return this.#isAt(port);
  }

  async stop(): Promise<void> {
    await this.options.tunnel?.close();
    const opened = await this.#listener;
    this.options.hot.close();
    await Promise.all([opened?.listener.close(), ...this.#own.map((listener) => listener.close())]);
  }

  async #port(): Promise<number> {
    const { listener } = await this.#opened();
    const port = await listener.port();
    this.options.tunnel?.open(port);
    return port;
  }

  #opened() {
    // A disk that was full when the key was made may have room by the next call.
    this.#listener ??= this.#open().catch((error: unknown) => {
      this.#listener = undefined;
      throw error;
    });
    return this.#listener;
  }

  async #open() {
    const { hostDir, isOnLan, port } = this.options;
    const paths = new PhonePaths(await phoneKey(join(hostDir, 'phone-key')));
    const first = port === 0 ? 0 : port + 1;
    const ownPorts = isOnLan
      ? new OwnPorts(join(hostDir, 'phone-ports.json'), first, (label, own) => this.#listenFor(label, own, paths))
      : undefined;
    const listener = new PhoneListener({
      ...this.#hostAndPort(isOnLan ? port : 0),
      mayMove: true,
      site: this.#site({ paths, ownPorts }),
    });
    this.#isAt = (at) => listener.isAt(at) || this.#own.some((own) => own.isAt(at));
    return { listener, paths, ownPorts };
  }

  /** A listener for one project's pages in browsers, so that no other project's page can read what they store. */
  async #listenFor(only: string, port: number, paths: PhonePaths): Promise<number> {
    const listener = new PhoneListener({
      ...this.#hostAndPort(port),
      mayMove: false,
      site: this.#site({ paths, only }),
    });
    const opened = await listener.port();
    this.#own.push(listener);
    return opened;
  }

  #site(where: Pick<PhoneSiteOptions, 'paths' | 'only' | 'ownPorts'>): PhoneSite {
    const { metro, answers, hot } = this.options;
    return new PhoneSite({ metro, answers, hot, ...where });
  }

  #hostAndPort(port: number): { readonly host: string; readonly port: number } {
    return { host: this.options.isOnLan ? '0.0.0.0' : '127.0.0.1', port };
  }
}
