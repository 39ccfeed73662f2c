import Sequencer from '@jest/test-sequencer';

/** In a fresh clone, the first of these installs the kit, and the second needs no kit meanwhile. */
const OF_A_FRESH_CLONE = ['/test/integration/phone-preview.', '/test/integration/embedded-postgres.'];

/** Each takes two minutes or more: if one started last, it would keep one worker busy while the other had nothing to do. */
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

/**
 * The order in a fresh clone, where no durations of earlier runs exist: specs that start services and browsers come first, the
 * longest of them before the rest.
 */
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
