import Sequencer from '@jest/test-sequencer';

/** Whoever comes first on a fresh clone installs the kit; whoever comes second needs none while that goes on. */
const OF_A_FRESH_CLONE = ['/test/integration/phone-preview.', '/test/integration/embedded-postgres.'];

/** Two minutes and more each: begun last, one of them would keep a worker busy while the other has nothing left to do. */
const LONGEST = [
  '/test/chaos/chaos.',
  '/test/e2e/studio-story.',
  '/test/e2e/function-screens.',
  '/test/e2e/page.',
  '/test/e2e/model-servers.',
  '/test/e2e/first-start.',
  '/test/integration/blueprint-walk.',
  '/test/e2e/model-runs.',
];

const FIRST = [...OF_A_FRESH_CLONE, ...LONGEST];

/** The order of a fresh clone, which has no durations of an earlier run: what starts services and browsers comes first, the longest of it before the rest. */
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
