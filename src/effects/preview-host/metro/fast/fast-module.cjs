'use strict';
/** Compiles a module of the kit for Metro; undefined if only Babel would give the same result. */
const { commonJsModule } = require('./common-js-module.cjs');
const { esModule } = require('./es-module.cjs');

/** What the Babel plugins look for: worklets, Flow, build-time values, and calls that Metro treats as dependencies. */
const FOR_BABEL = [
  /\bworklet\b|@flow|use dom|server-only/,
  /\b(?:useAnimated\w+|useDerivedValue|useFrameCallback|create\w*Adapter|with(?:Timing|Spring|Decay|Repeat|Callback))\b/,
  /\b(?:run|execute|schedule)On(?:UI|JS|RN|Runtime)|\bGesture\.\w+\(/,
  /process\.env\.(?:EXPO_|APP_MANIFEST)|process\.env\[|__prefetchImport|new (?:Shared)?Worker\b/,
  /\brequire\.(?:context|resolveWeak|unstable_)/,
];
/** Build-time values that are the same in every development bundle for the web. */
const BUILD_VALUES = {
  'process.env.EXPO_OS': '"web"',
  'process.env.EXPO_BASE_URL': '""',
  'process.env.EXPO_SERVER': 'false',
};
const BUILD_VALUE = /\bprocess\.env\.(?:EXPO_OS|EXPO_BASE_URL|EXPO_SERVER)\b(?!\s*=[^=])/g;
const ES_MODULE = /^[ \t]*(?:import\b|export\b)/m;

/** @param kit a `require` for packages of the kit @returns a function that returns `undefined` for modules that need Babel */
module.exports = function fastModule(kit) {
  return async function transform(filename, written, config) {
    const source = written.replaceAll(BUILD_VALUE, (name) => BUILD_VALUES[name]);
    if (FOR_BABEL.some((words) => words.test(source))) return undefined;
    const isTypeScript = /\.tsx?$/.test(filename);
    // Class fields without a value have other semantics.
    if (isTypeScript && /\bclass\b/.test(source)) return undefined;
    const compile = isTypeScript || ES_MODULE.test(source) ? esModule : commonJsModule;
    try {
      return await compile(filename, source, { config, kit });
    } catch {
      return undefined; // let Babel report the error, or compile it
    }
  };
};
