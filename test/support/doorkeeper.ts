import { Doorkeeper, type DoorkeeperOptions } from '../../src/doors/doorkeeper.js';

/** A doorkeeper that accepts only loopback names, and previews and shared apps below `localhost`. */
export function testDoorkeeper(options: Partial<DoorkeeperOptions> = {}): Doorkeeper {
  return new Doorkeeper({
    names: [],
    isSite: (name) => /^[a-z0-9-]+(?:\.share)?\.localhost$/.test(name),
    isSitePort: () => false,
    corsOrigins: ['http://localhost:*'],
    ...options,
  });
}
