/** How the tunnel is doing, in words for the person who runs the service. */
export interface TunnelState {
  readonly status: 'off' | 'opening' | 'up' | 'down';
  /** `https://…` while it is up. */
  readonly url?: string;
  /** Why it is down, and what is done about it. */
  readonly reason?: string;
}

/** One public address that leads to one local port. It is a convenience: nothing fails because it is missing. */
export abstract class Tunnel {
  abstract readonly state: TunnelState;

  /** Begins to open it in front of a loopback port and keeps it open from then on; later calls change nothing. */
  abstract open(port: number): void;

  /** The address; waits a moment for one that is just being opened. Undefined where there is none. */
  abstract url(): Promise<string | undefined>;

  /** Closes it for good. */
  abstract close(): Promise<void>;
}

/** A way to the outside, opened. */
export interface OpenTunnel {
  /** `https://…` */
  readonly url: string;
  close(): Promise<void>;
}

/** The other company's part: opens a tunnel to a loopback port. @throws Error saying why not */
export type TunnelAgent = (port: number) => Promise<OpenTunnel>;
