import { describe, expect, it } from '@jest/globals';
import type { NetworkInterfaceInfo } from 'node:os';
import { lanAddress } from './lan-address.js';

function ipv4(address: string, internal = false): NetworkInterfaceInfo[] {
  return [{ address, internal, family: 'IPv4', netmask: '255.255.255.0', mac: '00:00:00:00:00:00', cidr: null }];
}

describe('the address for phones of the same network', () => {
  it.each([
    ['of the Wi-Fi', { lo: ipv4('127.0.0.1', true), wlan0: ipv4('192.168.1.5') }, '192.168.1.5'],
    ['of the Wi-Fi rather than of Docker', { docker0: ipv4('172.17.0.1'), en0: ipv4('10.0.0.7') }, '10.0.0.7'],
    ['of the home rather than of the world', { eth0: ipv4('203.0.113.9'), eth1: ipv4('192.168.2.2') }, '192.168.2.2'],
    ['of a virtual network where there is no other', { docker0: ipv4('172.17.0.1') }, '172.17.0.1'],
    ['none without a network', { lo: ipv4('127.0.0.1', true) }, undefined],
    ['none where no address was given out', { wlan0: ipv4('169.254.3.4') }, undefined],
  ])('is the one %s', (_, interfaces, address) => {
    expect(lanAddress(interfaces)).toBe(address);
  });
});
