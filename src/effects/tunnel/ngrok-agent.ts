import type { TunnelAgent } from './tunnel.port.js';

export interface NgrokOptions {
  readonly authtoken: string;
  /** A domain of the account; unset: the account's own static one, or one that ngrok chooses. */
  readonly domain?: string | undefined;
}

/** ngrok's agent inside this process (https://ngrok.github.io/ngrok-javascript/): one session, one endpoint. */
export function ngrokAgent({ authtoken, domain }: NgrokOptions): TunnelAgent {
  return async (port) => {
    // Native code: loaded only where a tunnel is wanted.
    const { forward } = await import('@ngrok/ngrok');
    const listener = await forward({
      addr: `127.0.0.1:${port}`,
      authtoken,
      forwards_to: 'Firstlight previews',
      ...(domain !== undefined && { domain }),
    });
    const url = listener.url();
    if (url === null) throw new Error('ngrok opened a tunnel without an address.');
    return { url, close: () => listener.close() };
  };
}
