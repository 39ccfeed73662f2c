'use strict';
/** Modules of the kit that do nothing in a browser, and what is compiled in their place there. */
const fs = require('node:fs');
const path = require('node:path');

const STAND_INS = [
  [/[/\\]react-native-web[/\\]dist[/\\](?:cjs[/\\])?exports[/\\]Alert[/\\]index\.js$/, 'web-alert.js'],
];

/** @returns the source of the stand-in; undefined: the module is what it is */
exports.standInFor = function standInFor(filename) {
  const [, name] = STAND_INS.find(([place]) => place.test(filename)) ?? [];
  return name === undefined ? undefined : fs.readFileSync(path.join(__dirname, name));
};
