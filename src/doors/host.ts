import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** A Host header in its one spelling: lower case, without the root's dot, IPv6 as the URL standard writes it. */
export interface Host {
  /** `localhost`, `127.0.0.1`, `[::1]`. */
  readonly name: string;
  /** Undefined where none was given. */
  readonly port: string | undefined;
}

const NAME_AND_PORT = /^(?:(?<name>[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)\.?|\[(?<ipv6>[0-9a-f:.]+)\])(?::(?<port>\d{0,5}))?$/i;

/** Undefined if the text is not a plain host: user information, paths, zones, escapes and lists of hosts are refused. */
export function parseHost(text: string): Host | undefined {
  const { name, ipv6, port } = NAME_AND_PORT.exec(text)?.groups ?? {};
  if (name === undefined && !isIPv6(ipv6 ?? '')) return undefined;
  return { name: name?.toLowerCase() ?? new URL(`http://[${ipv6}]`).hostname, port: port || undefined };
}

export function hostText({ name, port }: Host): string {
  return port === undefined ? name : `${name}:${port}`;
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** Only what is spelled out: `2130706433` and `127.1` are no names that a browser or a tool sends for itself. */
export function isLoopback(name: string): boolean {
  if (name === 'localhost') return true;
  if (isIPv4(name)) return LOOPBACK.check(name);
  return name.startsWith('[') && LOOPBACK.check(name.slice(1, -1), 'ipv6');
}
