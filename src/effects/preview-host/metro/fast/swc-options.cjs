'use strict';
/** How swc compiles the kit's modules: what browsers know stays as it is. @param isModule whether it is an ES module, to become a CommonJS one */
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
