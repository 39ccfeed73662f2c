'use strict';
/**
 * Rewrites imports from react-native to imports of single react-native-web modules, as babel-plugin-react-native-web does. Line
 * numbers stay the same.
 */
const NAMES = new Set(['react-native', 'react-native-web']);
const INDEX = 'react-native-web/dist/index';

/** @param module the module record that oxc-parser returns for `source` @returns undefined if it needs Babel */
exports.withWebImports = function withWebImports(source, module, kit) {
  const isNative = ({ moduleRequest }) => moduleRequest !== null && NAMES.has(moduleRequest.value);
  if (module.staticExports.some(({ entries }) => entries.some((entry) => entry.moduleRequest && isNative(entry))))
    return undefined;
  const imports = module.staticImports.filter((each) => isNative(each) && each.entries.length > 0);
  if (imports.length === 0) return source;
  const known = kit('babel-plugin-react-native-web/src/moduleMap');
  return imports.reduceRight((text, { start, end, entries }) => {
    const statement = source.slice(start, end);
    if (/^import\s+type\b/.test(statement)) return text;
    const lines = '\n'.repeat(statement.split('\n').length - 1);
    return text.slice(0, start) + entries.map((entry) => importOf(entry, known)).join(' ') + lines + text.slice(end);
  }, source);
};

function importOf({ importName: { kind, name }, localName: { value: local }, isType }, known) {
  if (isType) return '';
  if (kind === 'NamespaceObject') return `import * as ${local} from '${INDEX}';`;
  if (kind === 'Default') return `import ${local} from '${INDEX}';`;
  const own = name === 'unstable_createElement' ? 'createElement' : name;
  if (known[own]) return `import ${local} from 'react-native-web/dist/exports/${own}';`;
  return `import { ${name} as ${local} } from '${INDEX}';`;
}
