import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

import { FileRefused, PathRefused } from '../workspace.port.js';
import { checkFile } from './check-file.js';
import { KIT_PACKAGES } from '../kit-packages.port.js';

const refusalOf = (content: string, path = 'app/(tabs)/index.tsx'): FileRefused => {
  try {
    checkFile({ path, content });
  } catch (error) {
    if (error instanceof FileRefused) return error;
    throw error;
  }
  throw new Error(`Not refused: ${content}`);
};

describe('a file of a generated app', () => {
  it.each([
    `import { Text } from 'react-native';`,
    `import Ionicons from '@expo/vector-icons/Ionicons';`,
    `import type { Workout } from '../../lib/model';`,
    `export { ErrorScreen as ErrorBoundary } from '../../components/error-screen';`,
    `export * from '../../lib/theme';`,
    `const logo = require('../../assets/logo.png');`,
    `const Chart = lazy(() => import('../../components/chart'));`,
    `import again from '..';`,
    `const window = useWindowDimensions();\nconst wide = window['width'] > 600 || globalThis.innerWidth > 600;`,
    `modules.map((module) => module.title);`,
    `// the rest of the screen is below`,
    `let isRequired = true;`,
    `/** Shows existing workouts. */`,
    `'worklet';`,
    `interface Worker {\n  name: string;\n}\nexport const list: Worker[] = [];`,
    `export const a = new URL('https://example.org/a');`,
  ])('may hold %j', (content) => {
    expect(() => checkFile({ path: 'app/(tabs)/index.tsx', content })).not.toThrow();
  });

  it.each([
    ['another project’s file', `import Other from '../../../other/app/index';`],
    ['another project’s file, re-exported', `export * from "../../../other/lib/store";`],
    ['another project’s file, by its type', `type Other = import('../../../other/lib/model').Model;`],
    ['another project’s file, lazily', `const other = () => import(\`../../../other/app/index\`);`],
    ['another project’s file, required', `const other = require('../../' + '../other/app/index');`],
    ['another project’s file, the TypeScript way', `import other = require('../../../other/app/index');`],
    ['another project’s file, through the compiler', `/** @jsxImportSource ../../../other */\nexport const a = <b />;`],
    ['the entry files', `import { App } from '../../App';`],
    ['an absolute path', `import x from '/etc/passwd';`],
    ['a file: URL', `import x from 'file:///etc/passwd';`],
    ['a URL', `import x from 'https://example.org/x.js';`],
    ['a built-in of Node', `import { readFileSync } from 'node:fs';`],
    ['a built-in of Node by its short name', `import fs from 'fs';`],
    ['a package outside the kit', `import _ from 'lodash';`],
    ['the kit’s renderer', `import { createRoot } from 'react-dom/client';`],
    ['internals of react-native', `import X from 'react-native/Libraries/Utilities/DevSettings';`],
    ['internals of the router', `import ctx from 'expo-router/_ctx';`],
    ['node_modules by path', `import x from '../../lib/node_modules/x';`],
    ['a package by a path with dots', `import x from 'react/../lodash';`],
    ['backslashes', `import x from '..\\\\..\\\\other';`],
    ['an import with a query', `import x from '../../lib/a?raw';`],
    ['an import that is computed', `import(name);`],
    ['a require that is computed', `require(name);`],
    ['require under another name', `const load = require;`],
    ['require as a property', `module['require']('fs');`.replace("['require']", '.require')],
    ['require with an escape', String.raw`const load = r\u0065quire; load('x');`],
    ['require.context', `require.context('../../../', true);`],
    ['require["context"]', `require['context']('../../../', true);`],
    ['require.resolveWeak', `require.resolveWeak('../../../other/app/index');`],
    ['Metro’s require', `globalThis.__r(0);`],
    ['Metro’s require by index', `globalThis['__r'](0);`],
    ['Metro’s require in parts', `globalThis['__' + 'r'](0);`],
    ['Metro’s require by a template', 'global[`__r`](0);'],
    ['Metro’s require by a name made elsewhere', `const n = name(); window[n](0);`],
    ['Metro’s require out of the global object', `const { __r: load } = globalThis;`],
    ['a worker of another project', `new Worker(new URL('../../../Q/lib/samples', location.href));`],
    ['a shared worker', `new SharedWorker(new URL('../../lib/a', import.meta.url));`],
    ['a worker behind types', `new (Worker as any)!(new URL('../../../Q/lib/samples', location.href));`],
    [
      'a worker of a constant',
      `const at = '../../../Q/lib/a';\nnew Worker(new URL(\`../../../Q/lib/a\`, location.href), {});`,
    ],
    ['a prefetch', `__prefetchImport('../../../Q/lib/samples');`],
    ['a prefetch under another name', `const fetchIt = globalThis.__prefetchImport;`],
    ['a bundle by its address', `globalThis.__loadBundleAsync('/projects/Q/index.bundle');`],
    ['require.unstable_resolveWorker', `require.unstable_resolveWorker('../../../Q/lib/samples');`],
    ['require.unstable_importMaybeSync', `require.unstable_importMaybeSync('../../../Q/lib/samples');`],
    ['require behind types', `(require as any)('../../../Q/lib/samples');`],
    ['Metro’s own import', `_$$_IMPORT_ALL('../../../Q/lib/samples');`],
    ['code from text', `eval('1');`],
    ['code from text, indirectly', `(0, eval)('1');`],
    ['code from text by Function', `new Function('return this')();`],
    ['a directive for a server', `'use server';\nexport async function a() {}`],
    ['a web page inside', `'use dom';\nexport default function A() { return <p />; }`],
    ['a comment instead of code', `export const a = 1;\n// ... rest of the code remains the same`],
    ['a comment instead of markup', `export const a = <View>{/* existing code unchanged */}</View>;`],
  ])('may not hold %s', (_, content) => {
    expect(refusalOf(content)).toMatchObject({ code: 'file_refused', at: { line: expect.any(Number) } });
  });

  it('is refused with the file, the line, the column and what to do', () => {
    const { message, at } = refusalOf(`import { Text } from 'react-native';\n  import _ from "lodash";\n`);
    expect(at).toEqual({ line: 2, column: 16 });
    expect(message).toMatch(
      /^The file app\/\(tabs\)\/index\.tsx:2:17 is refused: "lodash" is not in the kit; .*react-native/,
    );
  });

  it('is refused with all that is wrong with it, in the order of its text', () => {
    const { why, more } = refusalOf(`import _ from 'lodash';\neval('1');\nimport fs from 'node:fs';\n`);
    expect(why).toContain('"lodash"');
    expect(more.map(({ at, message }) => [at?.line, message])).toEqual([
      [2, expect.stringContaining('code may not be made from text')],
      [3, expect.stringContaining('"node:fs"')],
    ]);
  });

  it('must parse', () => {
    const { message, at } = refusalOf('export default function Home() {\n  return <View>;\n}\n');
    expect(at?.line).toBeGreaterThan(1);
    expect(message).toContain('does not parse');
    expect(refusalOf('{ "a": 1, }', 'lib/seed.json').message).toContain('lib/seed.json');
  });

  it('has a path that it may have', () => {
    expect(() => checkFile({ path: '../other/app/index.tsx', content: '' })).toThrow(PathRefused);
  });
});

describe('text outside of a Text', () => {
  const linesIn = (jsx: string): readonly number[] | undefined =>
    checkFile({ path: 'app/index.tsx', content: `export default ({ items }: any) => (\n${jsx}\n);\n` })?.rawTextLines;

  it.each([
    ['<View>\n{items.length && <Text>x</Text>}\n</View>', [3]],
    ['<View>Hello</View>', [2]],
    ['<ScrollView><Pressable>{"Hello"}</Pressable></ScrollView>', [2]],
    ['<View>{`${items.length}`}</View>', [2]],
    ['<View>{0}</View>', [2]],
    ['<View>{" "}</View>', [2]],
    ['<View> <Text>x</Text></View>', [2]],
    ['<View>\n  {items.length > 0 && <Text>x</Text>}\n  <Text>Hello {items.length}</Text>\n</View>', []],
    ['<Text>{items.length && "some"}</Text>', []],
    ['<Card>Hello</Card>', []],
  ])('is found in %j', (jsx, lines) => {
    expect(linesIn(jsx)).toEqual(lines);
  });
});

describe('the allow-list', () => {
  it('holds the packages of the kit, but for what only the entry files may touch', () => {
    const kit = JSON.parse(readFileSync('src/effects/kit/pinned/package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const hidden = ['@expo/metro-runtime', 'expo', 'react-dom', 'react-native-web', 'react-native-worklets'];
    expect([...KIT_PACKAGES, ...hidden].sort()).toEqual(Object.keys(kit.dependencies).sort());
  });
});
