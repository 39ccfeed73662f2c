'use strict';
/**
 * Metro's transformer: Expo's, which is Babel, for all but the kit's plain modules for the web. Those are most of a first bundle, and a
 * compiler of machine code makes the same of them in a thirtieth of the time, on all cores (fast/).
 */
const path = require('node:path');
const { createRequire } = require('node:module');
const fastModule = require('./fast/fast-module.cjs');
const { standInFor } = require('./fast/stand-ins.cjs');

let expo;
let fast;

async function transform(config, projectRoot, filename, written, options) {
  if (!expo) load(projectRoot);
  const isPages = isForPages(options);
  const data = standInFor(filename, isPages) ?? written;
  const isWanted = isKits(filename) && isPages && !config.unstable_disableModuleWrapping;
  const result = isWanted ? await fast(filename, data.toString('utf8'), config) : undefined;
  return result ?? expo.transform(config, projectRoot, filename, data, options);
}

/** Expo's worker lies below `expo` or beside it. */
function load(projectRoot) {
  const kit = createRequire(path.join(projectRoot, 'package.json'));
  const fromExpo = createRequire(kit.resolve('expo/package.json'));
  expo = fromExpo('@expo/metro-config/build/transform-worker/transform-worker.js');
  fast = fastModule(kit);
}

const isKits = (filename) => /(?:^|[/\\])node_modules[/\\]/.test(filename) && /\.(?:m?js|tsx?)$/.test(filename);

/** Development bundles for browsers; a shared site's are Babel's, as those for phones are. */
function isForPages({ platform, dev, minify, type, customTransformOptions = {} }) {
  const { environment, optimize, dom } = customTransformOptions;
  return platform === 'web' && dev && !minify && type === 'module' && !environment && !optimize && !dom;
}

module.exports = { transform };
