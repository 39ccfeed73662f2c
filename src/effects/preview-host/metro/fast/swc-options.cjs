'use strict';
/**
 * How swc compiles modules of the kit: syntax that browsers support is kept.
 * @param isModule whether it is an ES module, which becomes CommonJS
 */
exports.swcOptions = (filename, isModule) => ({
  filename,
  swcrc: false,
  configFile: false,
  sourceMaps: true,
  inlineSourcesContent: false,
  isModule: isModule ? true : 'commonjs',
  jsc: {
    target: 'es2022',
    externalHelpers: true,
    parser: /\.tsx?$/.test(filename)
      ? { syntax: 'typescript', tsx: filename.endsWith('x') }
      : { syntax: 'ecmascript', jsx: true, exportDefaultFrom: true },
    transform: { react: { runtime: 'automatic', development: true } },
  },
  ...(isModule && { module: { type: 'commonjs' } }),
});
