'use strict';
/**
 * The metro.config.js of the host folder is one line that calls this. It returns the default config of Expo, changed so that one
 * process serves all projects, is notified of each change, and answers only to the service.
 */
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { createRequire } = require('node:module');

const CONTROL_FD = 'FIRSTLIGHT_CONTROL_FD';
const METRO_KEY = 'FIRSTLIGHT_METRO_KEY';

/** @param {string} hostDir the folder in which Expo was started */
module.exports = function firstlightMetroConfig(hostDir) {
  const { getDefaultConfig } = createRequire(path.join(hostDir, 'package.json'))('expo/metro-config');
  const config = getDefaultConfig(hostDir);
  config.resolver.useWatchman = false;
  config.transformer.enableBabelRCLookup = false; // a config file inside a project must never run
  config.transformerPath = path.join(__dirname, 'transform-worker.cjs');
  config.transformer.babelTransformerPath = path.join(__dirname, 'project-babel.cjs');
  config.cacheVersion = [config.cacheVersion, require('./fast/fast-version.cjs')()].join();
  config.fileMapCacheDirectory = emptyFolder(path.join(hostDir, '.file-map'));
  const shared = require('./shared-results.cjs')(config.cacheStores);
  config.cacheStores = shared.stores;
  if (process.env[CONTROL_FD]) control(config, hostDir, shared.hook);
  return config;
};

/**
 * The file tree is crawled again at each start, so that changes in the meantime are not missed. It is small, because the kit is
 * outside.
 */
function emptyFolder(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}

function control(config, hostDir, sharedHook) {
  const link = path.join(hostDir, 'node_modules');
  const kitModules = fs.realpathSync(link);
  const internals = require('./internals.cjs')(kitModules);
  const projects = require('./projects.cjs')(path.join(hostDir, 'projects'));
  const report = (event) => channel.send(event);
  const progress = require('./in-progress.cjs')((atWork) =>
    report({ event: 'busy', projects: atWork.filter(Boolean) }),
  );
  const { plainTexts } = require('./plain-paths.cjs');
  const plain = plainTexts({
    hostDirs: [hostDir, fs.realpathSync(hostDir)],
    kitModules: [kitModules, path.resolve(hostDir, fs.readlinkSync(link))],
    others: [path.resolve(__dirname, '../../../..')],
  });

  const told = require('./told-changes.cjs')(internals);
  const resolutions = require('./kept-resolutions.cjs')(internals);
  const past = require('./past-transforms.cjs')(internals, projects);
  const walled = require('./own-files.cjs')(projects, kitModules);
  const graphs = require('./project-graphs.cjs')(internals, projects, walled);
  const closed = require('./closed-requests.cjs')(internals, projects, kitModules, graphs.loadsLater);
  const pages = require('./page-revisions.cjs')(internals, config);
  const parts = { projects, progress, pages, report, ofCode: plain.ofCode };
  const { hot, hook: hotHook } = require('./hot-updates.cjs')(internals, parts);
  const reports = { report, ofMessage: plain.ofMessage };
  const { metro, hook: buildHook } = require('./build-events.cjs')(config, projects, progress, reports);
  const paths = require('./plain-paths.cjs')(internals, config, plain);
  const bound = require('./loopback.cjs')(report);
  const callers = require('./own-callers.cjs')(taken(METRO_KEY));

  const changes = [told, resolutions, past, graphs, closed, pages, paths, bound, callers].map(({ hook }) => hook);
  const hooks = [...changes, hotHook, buildHook, sharedHook];
  const operations = require('./operations.cjs')({ told, metro, hot, projects, progress, hooks });
  const channel = require('./control-channel.cjs')(takeSocket(), operations, () => process.exit(0));
}

/** The service holds the other end. When that closes, for whatever reason, this process exits. */
function takeSocket() {
  return new net.Socket({ fd: Number(taken(CONTROL_FD)), readable: true, writable: true });
}

/** Removes the variable from the environment, so that workers do not use it too. */
function taken(name) {
  const value = process.env[name];
  Reflect.deleteProperty(process.env, name);
  return value;
}
