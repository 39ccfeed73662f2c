import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

import { webBundlePath } from '../../src/effects/preview-host/requests/metro-path.js';

/** A client of the `/hot` socket of a preview that registers an entry, as the page of Expo does. */
export class HotSocket {
  readonly messages: string[] = [];
  /** The close code, once the socket is closed. */
  readonly closeCode: Promise<number>;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.messages.push(data.toString()));
    this.closeCode = new Promise((resolve) => socket.once('close', resolve));
  }

  /**
   * @param host label of the preview to connect to @param entry label of the project whose bundle it registers
   * @param load the name under which its bundle was loaded
   */
  static async open(port: number, host: string, entry = host, load = ''): Promise<HotSocket> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/hot`, {
      headers: { host: `${host}.localhost:${port}` },
      origin: `http://${host}.localhost:${port}`,
    });
    const hot = new HotSocket(socket);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const entryPoint = `http://${host}.localhost:${port}${webBundlePath(entry)}${load && `&load=${load}`}`;
    socket.send(JSON.stringify({ type: 'register-entrypoints', entryPoints: [entryPoint] }));
    if (host === entry && !load && !(await hot.next('bundle-registered', () => true)))
      throw new Error(`The page of ${host} was not registered: ${hot.messages.join(' ')}`);
    return hot;
  }

  /** Whether such a message has arrived, or arrives within ten seconds. */
  async next(type: string, isIt: (text: string) => boolean): Promise<boolean> {
    const has = (): boolean => this.messages.some((text) => text.includes(`"type":"${type}"`) && isIt(text));
    for (const end = Date.now() + 10_000; Date.now() < end && !has();) await sleep(2);
    return has();
  }

  /** Resolves when the other side has closed too. */
  async close(): Promise<void> {
    this.socket.close();
    await this.closeCode;
  }
}
