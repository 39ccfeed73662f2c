/** The injection token of the gateway's options. */
export const GATEWAY_OPTIONS = Symbol('GatewayOptions');

/** The gateway's configuration. */
export interface GatewayOptions {
  /** Names this process's presence stream; unique to the process. */
  readonly instanceId: string;
  /** The maximum number of viewers of this instance. */
  readonly maxViewers: number;
  /** The maximum number of viewers of one project on this instance. */
  readonly maxViewersPerProject: number;
  /** A viewer with more unsent bytes than this gets nothing new until it has received all of them. */
  readonly maxBufferedBytes: number;
  /** How long a viewer may take for that before its connection is closed with 1013. */
  readonly stuckMs: number;
  /** How many of a project's newest messages stay in memory; viewers further behind are served from the log. */
  readonly keptMessages: number;
  /** Time between pings; a client that misses two is cut off. */
  readonly pingMs: number;
  /** How long a project's messages stay in memory after its last viewer left. */
  readonly lingerMs: number;
  /** How long viewers may take to say goodbye at shutdown before they are cut off. */
  readonly graceMs: number;
}

export type GatewaySettings = Pick<GatewayOptions, 'instanceId'> & Partial<GatewayOptions>;

export function withDefaults(settings: GatewaySettings): GatewayOptions {
  return {
    maxViewers: 10_000,
    maxViewersPerProject: 5_000,
    maxBufferedBytes: 1024 * 1024,
    stuckMs: 30_000,
    keptMessages: 2_000,
    pingMs: 30_000,
    lingerMs: 10_000,
    graceMs: 2_000,
    ...settings,
  };
}
