/** A reading may include compilation or garbage collection; the fastest of a few does not. */
const READINGS = 3;

/**
 * CPU time in milliseconds that this thread needs for the work, at its fastest. Unlike elapsed time, it hardly depends on what
 * else the machine is doing.
 * @param unlessBelow a time that is fast enough, so that the work is not repeated
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
