import { Doorkeeper, type DoorkeeperOptions } from '../../src/doors/doorkeeper.js';

/** One who knows no other name than the loopback ones, and previews and shared apps below `localhost`. */
export function testDoorkeeper(options: Partial<DoorkeeperOptions> = {}): Doorkeeper {
  return new Doorkeeper({
    names: [],
    isSite: (name) => /^[a-z0-9-]+(?:\.share)?\.localhost$/.test(name),
    isSitePort: () => false,
    corsOrigins: ['http://localhost:*'],
    ...options,
  });
}
