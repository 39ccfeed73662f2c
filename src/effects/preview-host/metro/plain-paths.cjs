'use strict';
/**
 * What leaves this process names files from the host folder (`projects/<label>/…`, `node_modules/…`): bundles, source maps,
 * live updates and errors say nothing of where this machine keeps them.
 */
const path = require('node:path');

module.exports = function plainPaths({ mapModule, formatModule }, config, { ofCode, ofMessage }) {
  let bundles = 0;
  const serialize = config.serializer.customSerializer;
  config.serializer.customSerializer = async (...args) => {
    const bundle = await serialize(...args);
    bundles += 1;
    return typeof bundle === 'string'
      ? ofCode(bundle)
      : { ...bundle, code: ofCode(bundle.code), map: ofCode(bundle.map) };
  };

  const mapOf = mapModule.sourceMapStringNonBlocking;
  mapModule.sourceMapStringNonBlocking = async (...args) => ofCode(await mapOf(...args));

  const format = formatModule.default;
  formatModule.default = (error) => everyText(format(error), ofMessage);

  return { hook: { name: 'plain-paths', tookEffect: () => bundles > 0 } };
};

/**
 * How code and messages are rid of folders. @param hostDirs the host folder's names @param kitModules those of the kit's
 * node_modules @param others folders that only messages name
 */
module.exports.plainTexts = function plainTexts({ hostDirs, kitModules, others }) {
  const climbing = hostDirs.flatMap((hostDir) => kitModules.map((kit) => posix(path.relative(hostDir, kit))));
  const kit = [...climbing, ...climbing.map(encodeURIComponent), ...kitModules].map((name) => [name, 'node_modules']);
  const ofCode = replacer([...kit, ...hostDirs.flatMap(nothing)]);
  const ofOthers = replacer(others.flatMap(nothing));
  return { ofCode, ofMessage: (text) => ofOthers(ofCode(text)) };
};

/** The same of every text in a value. */
const everyText = (value, plain) => {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map((each) => everyText(each, plain));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, everyText(each, plain)]));
};
module.exports.everyText = everyText;

function replacer(pairs) {
  const longestFirst = [...new Map(pairs)].sort(([one], [other]) => String(other).length - String(one).length);
  return (text) => longestFirst.reduce((plain, [from, to]) => plain.replaceAll(from, to), text);
}

/** What lies in the folder is named without it; the folder itself, not one whose name goes on, is `.`. */
function nothing(folder) {
  const exactly = new RegExp(folder.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') + '(?![\\w.-])', 'g');
  return [
    [folder + path.sep, ''],
    [exactly, '.'],
  ];
}

const posix = (file) => file.split(path.sep).join('/');
