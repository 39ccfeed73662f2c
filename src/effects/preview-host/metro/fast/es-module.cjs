'use strict';
/** Compiles an ES module to CommonJS with swc, and rewrites its `require` calls for Metro. */
const { parseSync } = require('oxc-parser');
const swc = require('@swc/core');
const { dependencyList } = require('./dependency-list.cjs');
const { editedLines } = require('./edited-lines.cjs');
const { helperOf } = require('./helpers.cjs');
const { metroModule } = require('./metro-module.cjs');
const { swcOptions } = require('./swc-options.cjs');
const { withWebImports } = require('./web-imports.cjs');

const REQUIRE = /\brequire\("([^"\\\n]+)"\)/g;

/** @returns undefined if it needs Babel */
exports.esModule = async function esModule(filename, source, { config, kit }) {
  // If the source has none, every `require` in the output is from swc.
  if (/\brequire\b/.test(source)) return undefined;
  const { module, errors } = parseSync(filename, source, /\.m?js$/.test(filename) ? { lang: 'jsx' } : {});
  if (errors.length > 0 || module.dynamicImports.length > 0 || module.importMetas.length > 0) return undefined;
  const webSource = withWebImports(source, module, kit);
  if (webSource === undefined) return undefined;
  const { code, map } = await swc.transform(webSource, swcOptions(filename, true));
  const imported = importedBy(module);
  const dependencies = dependencyList((name) => imported.has(name));
  const edits = [...code.matchAll(REQUIRE)].map(({ 0: call, 1: name, index }) => ({
    start: index,
    end: index + call.length,
    text: name.startsWith('@swc/') ? helperOf(name) : dependencies.requireOf(name),
  }));
  if (edits.some(({ text }) => text === undefined)) return undefined;
  return metroModule({ lines: editedLines(code, edits), map: JSON.parse(map), dependencies, config, kit });
};

function importedBy({ staticImports, staticExports }) {
  const exported = staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value));
  return new Set([...staticImports.map(({ moduleRequest }) => moduleRequest.value), ...exported]);
}
