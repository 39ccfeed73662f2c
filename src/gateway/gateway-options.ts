/** The injection token of the gateway's options. */
export const GATEWAY_OPTIONS = Symbol('GatewayOptions');

/** What the gateway is told by the app. */
export interface GatewayOptions {
  /** Names this process's presence stream; unique to the process. */
  readonly instanceId: string;
  /** Most viewers of this instance. */
  readonly maxViewers: number;
  /** Most viewers of one project on this instance. */
  readonly maxViewersPerProject: number;
  /** A viewer with more than this unsent is not pushed to until it has taken all of it. */
  readonly maxBufferedBytes: number;
  /** How long a viewer may take for that before it is closed with 1013. */
  readonly stuckMs: number;
  /** So many of a project's newest messages stay in memory; viewers who are further behind get theirs from the log. */
  readonly keptMessages: number;
  /** Time between pings; who misses two is cut off. */
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
