'use strict';
/**
 * The internals of Metro and Expo that these modules change at run time, and the versions they were written for. They are not
 * public API, so any other version is refused before anything is changed.
 */
const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

const PINNED = {
  metro: '0.83.3',
  'metro-file-map': '0.83.3',
  '@expo/metro': '54.2.0',
  '@expo/metro-config': '54.0.17',
  '@expo/cli': '54.0.27',
};

/** @param {string} nodeModules real path of node_modules in the kit @throws if the kit contains another version */
module.exports = function internals(nodeModules) {
  for (const [name, wanted] of Object.entries(PINNED)) {
    const found = versionOf(nodeModules, name);
    if (found !== wanted) {
      throw new Error(
        `Firstlight's preview is written for ${name} ${wanted}, but the kit holds ${found}; reinstall the kit.`,
      );
    }
  }
  const from = (file) => require(path.join(nodeModules, file));
  const fromExpo = createRequire(path.join(nodeModules, 'expo', 'package.json'));
  return {
    FileMap: from('metro-file-map/src/index.js').default,
    IncrementalBundler: from('metro/src/IncrementalBundler.js').default,
    DependencyGraph: from('metro/src/node-haste/DependencyGraph.js').default,
    Transformer: from('metro/src/DeltaBundler/Transformer.js').default,
    deltaCalculatorModule: from('metro/src/DeltaBundler/DeltaCalculator.js'),
    hmrServerModule: from('metro/src/HmrServer.js'),
    mapModule: from('metro/src/DeltaBundler/Serializers/sourceMapString.js'),
    parseModule: from('metro/src/lib/parseBundleOptionsFromBundleRequestUrl.js'),
    wrapModule: fromExpo('@expo/metro-config/build/serializer/fork/js.js'),
    formatModule: from('metro/src/lib/formatBundlingError.js'),
    debounceModule: from('metro/src/lib/debounceAsyncQueue.js'),
  };
};

/** npm may install the packages of Expo below expo. */
function versionOf(nodeModules, name) {
  for (const folder of [name, path.join('expo/node_modules', name)]) {
    const file = path.join(nodeModules, folder, 'package.json');
    if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8')).version;
  }
  return 'none';
}
