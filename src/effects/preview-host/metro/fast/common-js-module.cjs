'use strict';
/** Compiles a CommonJS module: only its `require` calls and its JSX change, and imports from react-native come from react-native-web. */
const { parseSync, Visitor } = require('oxc-parser');
const swc = require('@swc/core');
const { dependencyList } = require('./dependency-list.cjs');
const { editedLines } = require('./edited-lines.cjs');
const { metroModule } = require('./metro-module.cjs');
const { swcOptions } = require('./swc-options.cjs');

/** @returns undefined if it needs Babel */
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
 * The `require` calls in source order. Undefined if `require` is used other than with a literal name on one line, if a call is
 * inside `try`, or if there is an `import()`.
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
      // Babel imports each of these names from a separate module.
      if (id.type === 'ObjectPattern' && isNativeCall(init)) uses += 1;
    },
    ImportExpression: () => (uses += 1),
    JSXElement: jsx,
    JSXFragment: jsx,
    TryStatement: ({ block }) => tries.push(block),
  }).visit(program);
  // Metro omits a dependency inside `try` if it cannot be resolved.
  const isTried = ({ start }) => tries.some((block) => start > block.start && start < block.end);
  if (uses !== calls.length || calls.some(isTried)) return undefined;
  return { hasJsx, calls: calls.map(webCall).sort((one, other) => one.start - other.start) };
}

const isNative = (name) => name === 'react-native' || name === 'react-native-web';
const isNativeCall = (call) => call?.type === 'CallExpression' && isNative(call.arguments[0]?.value);
const webCall = (call) => (isNative(call.name) ? { ...call, name: 'react-native-web/dist/index' } : call);
