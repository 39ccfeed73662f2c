'use strict';
/**
 * Metro discards all module resolutions on any change. No project can change how modules of the kit resolve, so those are kept:
 * the bundle of a second project then takes 0.15 s instead of seconds.
 */
const path = require('node:path');

const NODE_MODULES = path.sep + 'node_modules' + path.sep;

module.exports = function keptResolutions({ DependencyGraph }) {
  const forgetAll = DependencyGraph.prototype._onHasteChange;
  let calls = 0;

  DependencyGraph.prototype._onHasteChange = function (change) {
    calls += 1;
    const kept = this._resolutionCache;
    forgetAll.call(this, change);
    for (const byOrigin of kept.values()) {
      for (const directory of byOrigin.keys()) {
        if (!directory.includes(NODE_MODULES)) byOrigin.delete(directory);
      }
    }
    this._resolutionCache = kept;
  };

  return { hook: { name: 'kept-resolutions', tookEffect: () => calls > 0 } };
};
