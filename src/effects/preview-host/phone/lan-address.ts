import type { NetworkInterfaceInfo } from 'node:os';

/** Interfaces that lead to virtual machines, containers and private networks, not to the room's Wi-Fi. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|zt|tailscale|lxc|cni|flannel|bridge)/i;
const HOME_NETWORK = /^(?:192\.168\.|10\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/**
 * The IPv4 address at which another device on the same network most likely reaches this machine; undefined if it is
 * on no network. A real interface is preferred to a virtual one, a private address to a public one.
 */
export function lanAddress(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string | undefined {
  const candidates = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
      .map(({ address }) => ({ address, rank: (VIRTUAL.test(name) ? 2 : 0) + (HOME_NETWORK.test(address) ? 0 : 1) })),
  );
  return candidates.sort((one, other) => one.rank - other.rank)[0]?.address;
}
