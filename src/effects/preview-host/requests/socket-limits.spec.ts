import { describe, expect, it } from '@jest/globals';

import { SocketCounts } from './socket-limits.js';

describe('sockets of one address', () => {
  it('are few before they say whose they are, and more afterwards', () => {
    const counts = new SocketCounts({ perAddress: 3, unprovenPerAddress: 1, unproven: 10 });
    const first = counts.admit('phone');
    expect(counts.admit('phone')).toBeUndefined();
    first?.proven();
    first?.proven();
    counts.admit('phone')?.proven();
    counts.admit('phone')?.proven();
    expect(counts.admit('phone')).toBeUndefined();
    first?.gone();
    expect(counts.admit('phone')).toBeDefined();
  });

  it('leave room for those of others, as long as there is any', () => {
    const counts = new SocketCounts({ perAddress: 10, unprovenPerAddress: 1, unproven: 2 });
    expect(counts.admit('one')).toBeDefined();
    const second = counts.admit('two');
    expect(counts.admit('three')).toBeUndefined();
    second?.gone();
    expect(counts.admit('three')).toBeDefined();
  });
});
