'use strict';
/** A version that changes with these modules, our Babel plugin and swc. It is part of the key under which Metro caches results. */
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

module.exports = function fastVersion() {
  const sources = [...fs.readdirSync(__dirname).sort(), '../project-babel.cjs'];
  const hash = createHash('sha256').update(require('@swc/core').version);
  for (const source of sources) hash.update(fs.readFileSync(path.join(__dirname, source)));
  return hash.digest('hex');
};
