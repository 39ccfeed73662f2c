import Sequencer from '@jest/test-sequencer';

/** Whoever comes first on a fresh clone installs the kit; whoever comes second needs none while that goes on. */
const FIRST = ['/test/integration/phone-preview.', '/test/integration/embedded-postgres.'];

/** The order of a fresh clone: what starts services and browsers first, so that no worker waits for the last of them. */
export default class RealPartsFirst extends Sequencer {
  /** @param {readonly { path: string }[]} tests */
  sort(tests) {
    const rank = ({ path }) => {
      const first = FIRST.findIndex((part) => path.includes(part));
      if (first >= 0) return first;
      return FIRST.length + (path.includes('/test/') ? 0 : 1);
    };
    return super.sort([...tests]).sort((one, other) => rank(one) - rank(other));
  }
}
