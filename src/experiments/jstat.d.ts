/** The two functions of jStat that are used here; the package has no types of its own. https://jstat.github.io/distributions.html */
declare module 'jstat' {
  const jStat: {
    /** Student's t: the value below which the share `p` of it lies. */
    readonly studentt: { inv(p: number, degreesOfFreedom: number): number };
    /** The same of the beta distribution. */
    readonly beta: { inv(p: number, alpha: number, beta: number): number };
  };
  export default jStat;
}
