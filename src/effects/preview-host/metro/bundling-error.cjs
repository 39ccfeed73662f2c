'use strict';
const { stripVTControlCharacters } = require('node:util');

/** Converts the different shapes of Metro's bundling errors to one: `{type, message, file?, line?, column?}`. Lines count from 1. */
module.exports = function bundlingError(error) {
  const first = error.errors?.[0] ?? {};
  const line = error.lineNumber ?? error.loc?.line ?? first.lineNumber;
  const column = error.column ?? error.loc?.column ?? first.column;
  const file = error.filename ?? error.originModulePath ?? first.filename;
  return {
    type: error.type ?? error.name ?? 'Error',
    message: stripVTControlCharacters(String(error.message ?? error)),
    ...(file && { file }),
    ...(line > 0 && { line }),
    ...(line > 0 && column >= 0 && { column }),
  };
};
