'use strict';
const path = require('node:path');

/** Finds the project of a file: the first folder below `root`. Paths are absolute or relative to the host folder. */
module.exports = function projectsBelow(root) {
  const host = path.dirname(root);
  return {
    root,
    of(file) {
      if (!file) return undefined;
      const [first] = path.relative(root, path.resolve(host, file)).split(path.sep);
      return first === '..' || first === '' ? undefined : first;
    },
  };
};
