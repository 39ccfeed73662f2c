/** One reading may fall on the moment in which the engine compiles or collects; the quickest of a few does not. */
const READINGS = 3;

/**
 * Milliseconds of processor that this thread spends on the work, at its quickest. Unlike time on the clock it hardly changes with
 * what else the machine is doing.
 * @param unlessBelow a time that is quick enough, so that the work is not done again
 */
export function cpuMsOf(work: () => unknown, { unlessBelow = 0 } = {}): number {
  let quickest = Infinity;
  for (let left = READINGS; left > 0 && quickest > unlessBelow; left--) {
    const before = process.threadCpuUsage();
    work();
    quickest = Math.min(quickest, process.threadCpuUsage(before).user / 1000);
  }
  return quickest;
}
