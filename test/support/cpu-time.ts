/**
 * Milliseconds of processor that this process spends on the work. Unlike time on the clock it hardly changes with what else the
 * machine is doing.
 */
export function cpuMsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user } = process.cpuUsage(before);
  return user / 1000;
}
