'use strict';
/** A CommonJS module: only its `require` calls and its JSX change, and what it takes from react-native is react-native-web's. */
const { parseSync, Visitor } = require('oxc-parser');
const swc = require('@swc/core');
const { dependencyList } = require('./dependency-list.cjs');
const { editedLines } = require('./edited-lines.cjs');
const { metroModule } = require('./metro-module.cjs');
const { swcOptions } = require('./swc-options.cjs');

/** @returns undefined where Babel is needed */
exports.commonJsModule = async function commonJsModule(filename, source, { config, kit }) {
  const found = requireCalls(filename, source);
  if (found?.hasJsx !== true) return found && moduleOf(source, undefined, found.calls, { config, kit });
  const { code, map } = await swc.transform(source, swcOptions(filename, false));
  const compiled = requireCalls(filename, code);
  return compiled && moduleOf(code, JSON.parse(map), compiled.calls, { config, kit });
};

function moduleOf(code, map, calls, { config, kit }) {
  const dependencies = dependencyList(() => false);
  const edits = calls.map(({ start, end, name }) => ({ start, end, text: dependencies.requireOf(name) }));
  return metroModule({ lines: editedLines(code, edits), map, dependencies, config, kit });
}

/**
 * In the order of the source; undefined where `require` is used in any other way than with a literal name in one line, within a
 * `try`, and where there is an `import()`.
 */
function requireCalls(filename, source) {
  const { program, errors } = parseSync(filename, source, { lang: 'jsx', sourceType: 'script' });
  if (errors.length > 0) return undefined;
  const calls = [];
  const tries = [];
  let uses = 0;
  let hasJsx = false;
  const jsx = () => (hasJsx = true);
  new Visitor({
    Identifier({ name }) {
      if (name === 'require') uses += 1;
    },
    CallExpression({ callee, arguments: [name, ...more], start, end }) {
      if (callee.type !== 'Identifier' || callee.name !== 'require') return;
      const isPlain = typeof name?.value === 'string' && more.length === 0 && !source.slice(start, end).includes('\n');
      if (isPlain) calls.push({ start, end, name: name.value });
    },
    VariableDeclarator({ id, init }) {
      // Babel takes each of its names from a module of its own.
      if (id.type === 'ObjectPattern' && isNativeCall(init)) uses += 1;
    },
    ImportExpression: () => (uses += 1),
    JSXElement: jsx,
    JSXFragment: jsx,
    TryStatement: ({ block }) => tries.push(block),
  }).visit(program);
  // Metro leaves out what cannot be found there.
  const isTried = ({ start }) => tries.some((block) => start > block.start && start < block.end);
  if (uses !== calls.length || calls.some(isTried)) return undefined;
  return { hasJsx, calls: calls.map(webCall).sort((one, other) => one.start - other.start) };
}

const isNative = (name) => name === 'react-native' || name === 'react-native-web';
const isNativeCall = (call) => call?.type === 'CallExpression' && isNative(call.arguments[0]?.value);
const webCall = (call) => (isNative(call.name) ? { ...call, name: 'react-native-web/dist/index' } : call);
