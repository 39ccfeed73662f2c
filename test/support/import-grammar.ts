import fc from 'fast-check';

/**
 * Expressions in every form that Metro treats as a dependency (@expo/metro-config, collect-dependencies), each with a path into
 * another project. For a file one folder deep in its own project.
 */
export function spelledImports(project: string): fc.Arbitrary<string> {
  const climb = fc.constantFrom(
    '../..',
    './../..',
    '.././..',
    '../lib/../..',
    '../../../projects',
    '../app/../../',
    '..//..',
    '../../.',
    '../../pine/..',
    './/../..',
    '../../../projects/pine/..',
  );
  const file = fc.constantFrom(
    'lib/samples',
    'lib/samples.ts',
    './lib/samples',
    'lib//samples',
    'app/index',
    'index',
    'index.js',
    'App',
    'lib/../lib/samples',
    'app/../lib/./samples.ts',
    'app/details/[id]',
  );
  const path = fc.oneof(
    { weight: 8, arbitrary: fc.tuple(climb, file).map(([up, down]) => `${up}/${project}/${down}`) },
    fc
      .tuple(
        fc.constantFrom('expo', 'react', '@expo/vector-icons', 'react-native'),
        fc.constantFrom('/../../../projects', '/../../projects', '/../projects'),
        file,
      )
      .map(([kit, up, down]) => `${kit}${up}/${project}/${down}`),
    fc
      .tuple(
        fc.constantFrom('/projects', 'projects', '@/projects', '~/projects', '#projects', 'file:///projects'),
        file,
      )
      .map(([up, down]) => `${up}/${project}/${down}`),
  );
  return fc.tuple(path.chain(literal), form).map(([text, spell]) => spell(text));
}

/** A JavaScript expression for the text, with or without escapes and concatenation. */
function literal(path: string): fc.Arbitrary<string> {
  const escaped = (escape: (code: number) => string) =>
    fc.array(fc.nat(path.length - 1), { maxLength: 4 }).map((places) => {
      const characters = Array.from(path, (character, at) =>
        places.includes(at) ? escape(character.charCodeAt(0)) : character,
      );
      return `'${characters.join('')}'`;
    });
  return fc.oneof(
    fc.constant(`'${path}'`),
    fc.constant(`"${path}"`),
    fc.constant(`\`${path}\``),
    escaped((code) => `\\x${code.toString(16).padStart(2, '0')}`),
    escaped((code) => `\\u{${code.toString(16)}}`),
    escaped((code) => `\\u${code.toString(16).padStart(4, '0')}`),
    fc.nat(path.length - 1).map((at) => `'${path.slice(0, at)}' + '${path.slice(at)}'`),
    fc.nat(path.length - 1).map((at) => `\`${path.slice(0, at)}\${'${path.slice(at)}'}\``),
    fc.nat(path.length - 1).map((at) => `(0, '${path.slice(0, at)}' + \`${path.slice(at)}\`)`),
  );
}

const FORMS: readonly ((text: string) => string)[] = [
  (text) => `require(${text})`,
  (text) => `(require)(${text})`,
  (text) => `require(/* a comment */ ${text})`,
  (text) => `import(${text})`,
  (text) => `import(/* webpackChunkName: "x" */ ${text}).then((loaded) => loaded)`,
  (text) => `void import(${text})`,
  (text) => `__prefetchImport(${text})`,
  (text) => `require.resolveWeak(${text})`,
  (text) => `require.unstable_resolveWorker(${text})`,
  (text) => `require.unstable_importMaybeSync(${text})`,
  (text) => `new Worker(new URL(${text}, import.meta.url))`,
  (text) => `new Worker(new URL(${text}, location.href), { type: 'module' })`,
  (text) => `new SharedWorker(new URL(${text}, window.location.href))`,
  (text) => `(() => require(${text}))()`,
  (text) => `[require(${text})]`,
  (text) => `require?.(${text})`,
  (text) => `typeof require(${text})`,
];
const form = fc.constantFrom(...FORMS);
