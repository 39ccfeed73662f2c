'use strict';
/** Modules of the kit that do less in a browser than the previews need, and the files that are compiled in their place. */
const fs = require('node:fs');
const path = require('node:path');

const STAND_INS = [
  {
    place: /[/\\]react-native-web[/\\]dist[/\\](?:cjs[/\\])?exports[/\\]Alert[/\\]index\.js$/,
    by: 'web-alert.js',
  },
  { place: /[/\\]node_modules[/\\]react[/\\]jsx-dev-runtime\.js$/, by: 'placed-elements.js', isForPagesOnly: true },
];

/** @param isForPages whether it is for a development page @returns the source of the stand-in; undefined if the module is not replaced */
exports.standInFor = function standInFor(filename, isForPages) {
  const found = STAND_INS.find(({ place, isForPagesOnly }) => place.test(filename) && (isForPages || !isForPagesOnly));
  return found && fs.readFileSync(path.join(__dirname, found.by));
};
