'use strict';
/**
 * Makes Metro build only what the service requests: the entry of an app, or a module that a graph loads lazily, with the options
 * the service uses. The proxies forward no other address, but this does not rely on them.
 */
const path = require('node:path');

const PLATFORMS = ['web', 'ios', 'android'];
const TRANSFORM = { engine: 'hermes', bytecode: '1', routerRoot: 'app' };

/** @param loadsLater see project-graphs.cjs */
module.exports = function closedRequests({ parseModule }, projects, kitModules, loadsLater) {
  const parse = parseModule.default;
  let parsed = 0;

  parseModule.default = (url, platforms) => {
    parsed += 1;
    const options = parse(url, platforms);
    const isKnown = !new URL(url, 'http://preview').searchParams.has('bundleEntry') && hasOwnOptions(options);
    if (!isKnown || !isEntry(options.entryFile)) throw notFound();
    return options;
  };

  function isEntry(entryFile) {
    const file = fileOf(entryFile);
    const project = file && projects.of(file);
    if (file === undefined) return false;
    return file === path.join(projects.root, project ?? '', 'index') || loadsLater(project, file);
  }

  /** The file without its extension; undefined if it is neither in a project nor in the kit. */
  function fileOf(entryFile) {
    const [, area, ...inner] = entryFile.split('/');
    if (inner.some((segment) => segment === '..') || /[\\\0?%]/.test(entryFile)) return undefined;
    if (area === 'projects') return path.join(projects.root, ...inner);
    return area === 'node_modules' ? path.join(kitModules, ...inner) : undefined;
  }

  return { hook: { name: 'closed-requests', tookEffect: () => parsed > 0 } };
};

function hasOwnOptions({ platform, customTransformOptions, customResolverOptions, ...options }) {
  return (
    PLATFORMS.includes(platform) &&
    Object.entries(customTransformOptions).every(([name, value]) => TRANSFORM[name] === value) &&
    Object.keys(customResolverOptions).length === 0 &&
    !options.shallow &&
    !options.minify &&
    !options.inlineSourceMap
  );
}

function notFound() {
  const message = 'There is no such bundle.';
  return Object.assign(new Error(message), { status: 404, type: 'NotFoundError', stack: message });
}
