'use strict';
/**
 * The host folder's metro.config.js is one line that calls this: Expo's default config, changed so that one process serves
 * all projects, is told each change, and answers to the service alone.
 */
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { createRequire } = require('node:module');

const CONTROL_FD = 'FIRSTLIGHT_CONTROL_FD';

/** @param {string} hostDir the folder that Expo was started in */
module.exports = function firstlightMetroConfig(hostDir) {
  const { getDefaultConfig } = createRequire(path.join(hostDir, 'package.json'))('expo/metro-config');
  const config = getDefaultConfig(hostDir);
  config.resolver.useWatchman = false;
  config.transformer.enableBabelRCLookup = false; // a config file inside a project must never run
  config.fileMapCacheDirectory = emptyFolder(path.join(hostDir, '.file-map'));
  const shared = require('./shared-results.cjs')(config.cacheStores);
  config.cacheStores = shared.stores;
  if (process.env[CONTROL_FD]) control(config, hostDir, shared.hook);
  return config;
};

/** The tree is crawled anew at each start (it is small: the kit lies outside), so what was written meanwhile is never missed. */
function emptyFolder(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}

function control(config, hostDir, sharedHook) {
  const internals = require('./internals.cjs')(fs.realpathSync(path.join(hostDir, 'node_modules')));
  const projects = require('./projects.cjs')(path.join(hostDir, 'projects'));
  const report = (event) => channel.send(event);
  const progress = require('./in-progress.cjs')((atWork) =>
    report({ event: 'busy', projects: atWork.filter(Boolean) }),
  );

  const told = require('./told-changes.cjs')(internals);
  const resolutions = require('./kept-resolutions.cjs')(internals);
  const graphs = require('./project-graphs.cjs')(internals, projects);
  const pages = require('./page-revisions.cjs')(internals, config);
  const { hot, hook: hotHook } = require('./hot-updates.cjs')(internals, { projects, progress, pages, report });
  const { metro, hook: buildHook } = require('./build-events.cjs')(config, projects, progress, report);
  const bound = require('./loopback.cjs')(report);

  const hooks = [told.hook, resolutions.hook, graphs.hook, pages.hook, hotHook, buildHook, bound.hook, sharedHook];
  const operations = require('./operations.cjs')({ told, metro, hot, projects, progress, hooks });
  const channel = require('./control-channel.cjs')(takeSocket(), operations, () => process.exit(0));
}

/** The service holds the other end; when it goes, however it goes, this process has no purpose left and exits. */
function takeSocket() {
  const socket = new net.Socket({ fd: Number(process.env[CONTROL_FD]), readable: true, writable: true });
  Reflect.deleteProperty(process.env, CONTROL_FD); // workers must not take it for theirs
  return socket;
}
