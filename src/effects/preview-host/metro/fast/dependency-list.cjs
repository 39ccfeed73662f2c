'use strict';
/** A module's dependencies in the order of their first use, as Expo's collect-dependencies.js lists them. */
const { createHash } = require('node:crypto');

/** @param isImported whether a name stands in an `import`; packages may give those another file */
exports.dependencyList = function dependencyList(isImported) {
  const found = new Map();
  return {
    /** The call that takes the place of `require("name")`. */
    requireOf(name) {
      const known = found.get(name) ?? { index: found.size, imports: 0 };
      found.set(name, { ...known, imports: known.imports + 1 });
      return `require(_dependencyMap[${known.index}], ${JSON.stringify(name)})`;
    },
    all: () => [...found].map(([name, { imports }]) => ({ name, data: dataOf(name, isImported(name), imports) })),
  };
};

function dataOf(name, isESMImport, imports) {
  const key = createHash('sha1')
    .update(`${name}\0${isESMImport ? 'import' : 'require'}`)
    .digest('base64');
  return { key, asyncType: null, isESMImport, locs: [], exportNames: ['*'], imports };
}
