'use strict';
/** A module of the kit as Metro wants it, or undefined where only Babel makes the same of it. */
const { commonJsModule } = require('./common-js-module.cjs');
const { esModule } = require('./es-module.cjs');

/** What Babel's plugins look for: worklets, Flow, values of the build, and calls that Metro reads as dependencies. */
const FOR_BABEL = [
  /\bworklet\b|@flow|use dom|server-only/,
  /\b(?:useAnimated\w+|useDerivedValue|useFrameCallback|create\w*Adapter|with(?:Timing|Spring|Decay|Repeat|Callback))\b/,
  /\b(?:run|execute|schedule)On(?:UI|JS|RN|Runtime)|\bGesture\.\w+\(/,
  /process\.env\.(?:EXPO_|APP_MANIFEST)|process\.env\[|__prefetchImport|new (?:Shared)?Worker\b/,
  /\brequire\.(?:context|resolveWeak|unstable_)/,
];
/** Values of the build that are the same in every development bundle for the web. */
const BUILD_VALUES = {
  'process.env.EXPO_OS': '"web"',
  'process.env.EXPO_BASE_URL': '""',
  'process.env.EXPO_SERVER': 'false',
};
const BUILD_VALUE = /\bprocess\.env\.(?:EXPO_OS|EXPO_BASE_URL|EXPO_SERVER)\b(?!\s*=[^=])/g;
const ES_MODULE = /^[ \t]*(?:import\b|export\b)/m;

/** @param kit resolves and loads packages of the kit @returns a function that answers `undefined` for Babel's modules */
module.exports = function fastModule(kit) {
  return async function transform(filename, written, config) {
    const source = written.replaceAll(BUILD_VALUE, (name) => BUILD_VALUES[name]);
    if (FOR_BABEL.some((words) => words.test(source))) return undefined;
    const isTypeScript = /\.tsx?$/.test(filename);
    // What a field without a value means differs.
    if (isTypeScript && /\bclass\b/.test(source)) return undefined;
    const compile = isTypeScript || ES_MODULE.test(source) ? esModule : commonJsModule;
    try {
      return await compile(filename, source, { config, kit });
    } catch {
      return undefined; // Babel says what is wrong with it, or that nothing is
    }
  };
};
