import Sequencer from '@jest/test-sequencer';

/** The order of a fresh clone: what starts services and browsers first, so that no worker waits for the last of them. */
export default class RealPartsFirst extends Sequencer {
  /** @param {readonly { path: string }[]} tests */
  sort(tests) {
    const isSlow = ({ path }) => path.includes('/test/');
    const sorted = super.sort([...tests]);
    return [...sorted.filter(isSlow), ...sorted.filter((test) => !isSlow(test))];
  }
}
