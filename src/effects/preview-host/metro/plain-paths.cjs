'use strict';
/**
 * Makes bundles, source maps, live updates and errors name files relative to the host folder (`projects/<label>/…`,
 * `node_modules/…`), so that they do not reveal where this machine stores them.
 */
const path = require('node:path');
const { sharedOf } = require('./shared-results.cjs');

module.exports = function plainPaths({ wrapModule: wrapping, mapModule, formatModule }, config, { ofCode, ofMessage }) {
  let bundles = 0;
  const ofModule = keptPerModule(ofCode);
  const wrap = wrapping.wrapModule;
  wrapping.wrapModule = (module, options) => {
    const wrapped = wrap(module, options);
    return { ...wrapped, src: ofModule(module, wrapped.src) };
  };

  const serialize = config.serializer.customSerializer;
  config.serializer.customSerializer = async (entry, before, graph, options) => {
    const bundle = await serialize(entry, before, graph, options);
    bundles += 1;
    // A development bundle is the concatenation of its modules; minifying produces new text from them.
    const finished = graph.transformOptions.dev ? (code) => code : ofCode;
    return typeof bundle === 'string'
      ? finished(bundle)
      : { ...bundle, code: finished(bundle.code), map: ofCode(bundle.map) };
  };

  const mapOf = mapModule.sourceMapStringNonBlocking;
  mapModule.sourceMapStringNonBlocking = async (...args) => ofCode(await mapOf(...args));

  const format = formatModule.default;
  formatModule.default = (error) => everyText(format(error), ofMessage);

  return { hook: { name: 'plain-paths', tookEffect: () => bundles > 0 } };
};

/** Keeps the result per module: a bundle has about a thousand modules of the kit, and they are the same for every app. */
function keptPerModule(ofCode) {
  const kept = new WeakMap();
  return (module, code) => {
    const result = module.output.map(sharedOf).find(Boolean);
    if (!result) return ofCode(code);
    const known = kept.get(result);
    if (known?.code === code) return known.plain;
    const plain = ofCode(code);
    kept.set(result, { code, plain });
    return plain;
  };
}

/**
 * Creates the functions that remove folders from code and messages.
 * @param hostDirs paths of the host folder @param kitModules paths of node_modules in the kit @param others folders that only
 * messages contain
 */
module.exports.plainTexts = function plainTexts({ hostDirs, kitModules, others }) {
  const climbing = hostDirs.flatMap((hostDir) => kitModules.map((kit) => posix(path.relative(hostDir, kit))));
  const kit = [...climbing, ...climbing.map(encodeURIComponent), ...kitModules].map((from) => ({
    from,
    to: 'node_modules',
  }));
  const ofCode = replacer([...kit, ...hostDirs.map(nothing)]);
  const ofOthers = replacer(others.map(nothing));
  return { ofCode, ofMessage: (text) => ofOthers(ofCode(text)) };
};

/** Applies `plain` to every string in a value. */
const everyText = (value, plain) => {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map((each) => everyText(each, plain));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, everyText(each, plain)]));
};
module.exports.everyText = everyText;

/**
 * Replaces all names in one pass, the longest first if several start at the same place: a bundle has four million characters, and
 * each pass that replaces something copies them.
 * @param names `{from, to, isWhole?}`; with `isWhole`, a match followed by more name characters does not count
 */
function replacer(names) {
  const longestFirst = [...new Map(names.map((name) => [name.from, name])).values()].sort(
    (one, other) => other.from.length - one.from.length,
  );
  return (text) => {
    const next = longestFirst.map((name) => placeOf(name, text, 0));
    const parts = [];
    let at = 0;
    for (;;) {
      const place = Math.min(...next);
      if (place === Infinity) return parts.length === 0 ? text : [...parts, text.slice(at)].join('');
      const { from, to } = longestFirst[next.indexOf(place)];
      parts.push(text.slice(at, place), to);
      at = place + from.length;
      for (const [index, name] of longestFirst.entries()) if (next[index] < at) next[index] = placeOf(name, text, at);
    }
  };
}

function placeOf({ from, isWhole }, text, after) {
  for (let at = text.indexOf(from, after); at !== -1; at = text.indexOf(from, at + 1)) {
    if (!isWhole || !/[\w.-]/.test(text.charAt(at + from.length))) return at;
  }
  return Infinity;
}

/** Replaces the folder by `.`, but not a folder whose name merely starts the same. */
const nothing = (folder) => ({ from: folder, to: '.', isWhole: true });

const posix = (file) => file.split(path.sep).join('/');
