'use strict';
/**
 * The transformer that Metro uses: Babel, as set up by Expo, for everything except plain kit modules for the web. Those are most
 * of a first bundle, and native compilers produce the same code in a thirtieth of the time, on all cores (fast/).
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

/** The worker of Expo is installed below `expo` or beside it. */
function load(projectRoot) {
  const kit = createRequire(path.join(projectRoot, 'package.json'));
  const fromExpo = createRequire(kit.resolve('expo/package.json'));
  expo = fromExpo('@expo/metro-config/build/transform-worker/transform-worker.js');
  fast = fastModule(kit);
}

const isKits = (filename) => /(?:^|[/\\])node_modules[/\\]/.test(filename) && /\.(?:m?js|tsx?)$/.test(filename);

/** Whether it is a development bundle for browsers. Shared sites and bundles for phones are compiled with Babel. */
function isForPages({ platform, dev, minify, type, customTransformOptions = {} }) {
  const { environment, optimize, dom } = customTransformOptions;
  return platform === 'web' && dev && !minify && type === 'module' && !environment && !optimize && !dom;
}

module.exports = { transform };
