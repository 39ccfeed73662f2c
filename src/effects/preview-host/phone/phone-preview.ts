import { join } from 'node:path';
import { networkInterfaces } from 'node:os';

import type { Tunnel } from '../../tunnel/tunnel.port.js';
import type { LivePreviews } from '../live-previews.js';
import type { PreviewPaths } from '../preview-paths.js';
import type { ShellAnswers } from '../proxy/shell-answers.js';
import { HotRelay } from './hot-relay.js';
import { lanAddress } from './lan-address.js';
import { phoneKey } from './phone-key.js';
import { PhoneListener } from './phone-listener.js';
import { PhonePaths } from './phone-paths.js';
import { PhoneSite } from './phone-site.js';

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
  readonly paths: PreviewPaths;
  readonly metroPort: () => number | undefined;
  readonly live: LivePreviews;
  readonly shell: ShellAnswers;
  /** Whether devices of the network may come in; without it only the tunnel can. */
  readonly isOnLan: boolean;
  readonly port: number;
  /** Instead of the address found among the network interfaces. */
  readonly lanHost?: string | undefined;
  readonly tunnel?: Tunnel | undefined;
}

/** Previews on phones and other devices: a listener of its own, and the tunnel that leads to it. */
export class PhonePreview {
  #listener: Promise<{ listener: PhoneListener; paths: PhonePaths }> | undefined;
  #isAt: (port: number) => boolean = () => false;

  constructor(private readonly options: PhonePreviewOptions) {}

  /** Listens, and opens the tunnel behind it; resolves when it listens. */
  async start(): Promise<void> {
    await this.#port();
  }

  /** Where other devices find the project now. @param label its folder's name */
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
    await (await this.#listener)?.listener.close();
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
    const { paths: previewPaths, metroPort, live, shell, isOnLan, port } = this.options;
    const { hostDir, kitDir } = previewPaths;
    const paths = new PhonePaths(await phoneKey(join(hostDir, 'phone-key')));
    const listener = new PhoneListener({
      host: isOnLan ? '0.0.0.0' : '127.0.0.1',
      port: isOnLan ? port : 0,
      site: new PhoneSite({ paths, hostDir, kitDir, metroPort, live, shell }),
      hot: new HotRelay({ paths, metroPort, live }),
    });
    this.#isAt = (at) => listener.isAt(at);
    return { listener, paths };
  }
}
