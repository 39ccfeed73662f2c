'use strict';
/** The dependencies of a module in order of first use, as Expo's collect-dependencies.js lists them. */
const { createHash } = require('node:crypto');

/** @param isImported whether a name is used in an `import`; packages may resolve those to another file */
exports.dependencyList = function dependencyList(isImported) {
  const found = new Map();
  return {
    /** The call that replaces `require("name")`. */
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
