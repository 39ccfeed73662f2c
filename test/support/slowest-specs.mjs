import process from 'node:process';

const SHOWN = 15;

/** Prints the slowest spec files at the end of a large run, so that a growing suite shows where it grows. */
export default class SlowestSpecs {
  /**
   * @param {unknown} _contexts
   * @param {{ testResults: readonly { testFilePath: string, perfStats: { runtime: number } }[] }} results
   */
  onRunComplete(_contexts, { testResults }) {
    if (testResults.length <= SHOWN) return;
    const slowest = testResults
      .map(({ testFilePath, perfStats }) => ({
        path: testFilePath.replace(`${process.cwd()}/`, ''),
        seconds: perfStats.runtime / 1000,
      }))
      .sort((one, other) => other.seconds - one.seconds)
      .slice(0, SHOWN);
    const lines = slowest.map(({ path, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${path}`);
    process.stdout.write(`\nThe slowest of ${testResults.length} spec files:\n${lines.join('\n')}\n`);
  }
}
