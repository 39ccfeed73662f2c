import fc from 'fast-check';

/** Two projects. Requests to the address of the first, or to none, must not reveal anything of the second. */
export const ASKING = 'pine';
export const SECRETIVE = 'quartz';

/** A request that an attacker might send: valid parts in invalid places. */
export interface WrittenRequest {
  readonly method: string;
  /** Path and query, relative to the address of a project. */
  readonly path: string;
  /** The label of the address it is sent to. */
  readonly label: string;
  readonly headers: Readonly<Record<string, string>>;
}

const labels = fc.oneof(
  { weight: 5, arbitrary: fc.constant(ASKING) },
  { weight: 5, arbitrary: fc.constant(SECRETIVE) },
  fc.constantFrom('nobody', '_warm-up', '..', '.', '', 'PINE', 'pine.', 'pine%00', `${ASKING}/../${SECRETIVE}`),
);
const climbs = fc.constantFrom(
  '',
  '../',
  '..%2f',
  '%2e%2e/',
  '..\\',
  '%252e%252e/',
  './',
  '//',
  '..;/',
  '.%2e/',
  '%5c..%5c',
);
const files = fc.constantFrom(
  'index',
  'App',
  'lib/samples',
  'app/index',
  'app/details/[id]',
  'lib/samples.ts',
  'app',
  'index.js',
);
const extensions = fc.constantFrom(
  '.bundle',
  '.map',
  '.assets',
  '.delta',
  '',
  '.bundle/',
  '.BUNDLE',
  '.bundle.map',
  '.bundle%00.map',
  '.bundle//&',
  '.ts',
);
const escaped = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(text, encodeURIComponent(text), encodeURIComponent(encodeURIComponent(text)), text.toUpperCase());

const bundlePath = fc
  .tuple(
    fc.constantFrom(
      '/projects/',
      '/Projects/',
      '/./projects/',
      '//projects/',
      '/%70rojects/',
      '/',
      '/assets/projects/',
      '/[metro-project]/projects/',
      '/[metro-watchFolders]/0/projects/',
      'projects/',
    ),
    labels,
    climbs,
    labels,
    files,
    extensions,
  )
  .map(([root, label, climb, other, file, extension]) =>
    climb === '' ? `${root}${label}/${file}${extension}` : `${root}${label}/${climb}${other}/${file}${extension}`,
  );
const kitPath = fc
  .tuple(
    fc.constantFrom('/node_modules/', '/../node_modules/', '/projects/pine/node_modules/', '/%6eode_modules/'),
    fc.constantFrom(
      'expo-router/_ctx',
      'expo-router/_ctx-html',
      'react/index',
      `../projects/${SECRETIVE}/lib/samples`,
      `..%2fprojects%2f${SECRETIVE}%2findex`,
      'expo/AppEntry',
    ),
    extensions,
  )
  .map((parts) => parts.join(''));
const assetFiles = fc
  .tuple(
    fc.constantFrom(
      './projects/',
      'projects/',
      '../projects/',
      '/projects/',
      './node_modules/../projects/',
      './projects/pine/../',
      './projects\\',
    ),
    labels,
    fc.constantFrom(
      '/lib/samples.ts',
      '/assets/logo.png',
      '/index.js',
      '/assets/logo.png?platform=web',
      '/../quartz/assets/logo.png',
    ),
  )
  .map((parts) => parts.join(''));
const assetPath = fc.oneof(
  assetFiles.chain((file) => escaped(file)).map((file) => `/assets/?unstable_path=${file}`),
  assetFiles.map((file) => `/assets/${file}`),
  assetFiles.map((file) => `/assets?unstable_path=./projects/pine/a.png&unstable_path=${file}`),
);
const otherPath = fc.oneof(
  fc.constantFrom(
    '/',
    '/details/7',
    '/hot',
    '/message',
    '/symbolicate',
    '/open-stack-frame',
    '/status',
    '/json/list',
    '/_expo/plugins',
    '/inspector/device',
    '/logs',
    '/reload',
    '/debugger-ui',
    '/index.bundle',
    '/.expo/.virtual-metro-entry.bundle',
    '/manifest',
    '/index.exp',
    '/%zz',
    '/_firstlight/state',
    '/_firstlight/report',
    `/_expo/atlas?x=${SECRETIVE}`,
  ),
  fc.webPath().map((path) => (path.startsWith('/') ? path : `/${path}`)),
);

const entryOf = fc
  .tuple(labels, files, fc.constantFrom('.bundle', '.map', ''))
  .map(([label, file, end]) => `/projects/${label}/${file}${end}`);
const options = (platforms: readonly string[]) =>
  fc.oneof(
    fc
      .constantFrom(
        'dev',
        'hot',
        'lazy',
        'minify',
        'modulesOnly',
        'runModule',
        'shallow',
        'inlineSourceMap',
        'excludeSource',
      )
      .chain((name) => fc.constantFrom('true', 'false', '1', '').map((value) => `${name}=${value}`)),
    fc.constantFrom(...platforms).map((platform) => `platform=${platform}`),
    entryOf
      .chain((entry) => escaped(entry))
      .chain((entry) =>
        fc
          .constantFrom(
            'bundleEntry',
            'bundle%45ntry',
            'BundleEntry',
            'bundleEntry[]',
            'entryFile',
            'sourceUrl',
            'unstable_path',
            'project',
            'load',
          )
          .map((name) => `${name}=${entry}`),
      ),
    fc
      .constantFrom('projects', '.', '..', '/', `../${SECRETIVE}`, `projects/${SECRETIVE}`, 'app', 'projects%2F.')
      .chain((root) =>
        fc
          .constantFrom(
            'transform.routerRoot',
            'transform.dom',
            'transform.baseUrl',
            'resolver.environment',
            'transform.environment',
            'serializer.output',
            'transform.clientBoundaries',
            'sourcePaths',
          )
          .map((name) => `${name}=${root}`),
      ),
    fc.nat(1_000).map((n) => `transform.z=${n}`),
    fc.constantFrom(
      'load=abc',
      'load=a%26bundleEntry%3Dx',
      'transform.engine=hermes',
      'transform.bytecode=1',
      'unstable_transformProfile=hermes-stable',
      '%00=1',
      'a=%zz',
      `&&&bundleEntry=${SECRETIVE}`,
    ),
  );

/** Requests that a page of the asking project makes. */
const validPath = fc.constantFrom(
  '/projects/pine/index.bundle?platform=web',
  '/projects/pine/index.map?platform=web&dev=true',
  '/projects/pine/index.bundle?platform=web&hot=false&dev=true&lazy=true&transform.engine=hermes&transform.routerRoot=app',
  '/projects/pine/lib/samples.bundle?platform=web&modulesOnly=true&runModule=false',
  '/assets/?unstable_path=.%2Fprojects%2Fpine%2Fassets%2Flogo.png',
);

/** @param platforms the platforms that a request may name */
function paths(platforms: readonly string[]): fc.Arbitrary<string> {
  const path = fc.oneof(
    { weight: 6, arbitrary: validPath },
    { weight: 6, arbitrary: bundlePath },
    { weight: 2, arbitrary: kitPath },
    { weight: 2, arbitrary: assetPath },
    { weight: 1, arbitrary: otherPath },
  );
  const query = fc.oneof(fc.constant([]), fc.array(options(platforms), { minLength: 1, maxLength: 4 }));
  return fc
    .tuple(path, query)
    .map(([start, more]) => (more.length === 0 ? start : `${start}${start.includes('?') ? '&' : '?'}${more.join('&')}`))
    .map((text) => text.replaceAll(/[\0- \x7f-\uffff]/g, '_'))
    .map((text) => (text.startsWith('/') ? text : `/${text}`));
}

const ORIGINS = [
  undefined,
  undefined,
  undefined,
  undefined,
  'own',
  'own',
  'own',
  'null',
  'http://evil.example',
  'http://quartz.localhost',
  'http://localhost:8000',
  'file://',
  'https://pine.localhost',
  '',
  'http://pine.localhost.evil.example',
];
const SITES = [undefined, undefined, 'same-origin', 'none', 'same-site', 'cross-site', 'SAME-ORIGIN', ''];

/** Requests to all existing addresses and to some that do not exist. `own` as the origin stands for the requested address. */
export function writtenRequests(platforms: readonly string[]): fc.Arbitrary<WrittenRequest> {
  const headers = fc
    .record({
      origin: fc.constantFrom(...ORIGINS),
      'sec-fetch-site': fc.constantFrom(...SITES),
      'sec-fetch-dest': fc.constantFrom(undefined, 'script', 'worker', 'iframe', 'document', 'empty'),
      accept: fc.constantFrom(undefined, '*/*', 'text/html', 'multipart/mixed', 'application/expo+json'),
      'expo-platform': fc.constantFrom(undefined, undefined, undefined, ...platforms),
      'x-forwarded-host': fc.constantFrom(undefined, undefined, `${SECRETIVE}.localhost`),
      'x-original-url': fc.constantFrom(undefined, undefined, `/projects/${SECRETIVE}/index.bundle`),
    })
    .map((all) =>
      Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    );
  return fc.record({
    method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE'),
    path: paths(platforms),
    label: fc.constantFrom(ASKING, ASKING, ASKING, ASKING, 'nobody', 'evil.example', ''),
    headers,
  });
}

/** Messages to `/hot`, most of them registrations. @param address the start of all bundle addresses */
export function writtenFrames(address: string, platforms: readonly string[]): fc.Arbitrary<string> {
  const entryPoint = fc.oneof(
    { weight: 8, arbitrary: paths(platforms).map((path) => `${address}${path}`) },
    paths(platforms),
    fc.constantFrom(
      '',
      'x',
      '//',
      'http://',
      `http://${SECRETIVE}.localhost/projects/${SECRETIVE}/index.bundle?platform=web`,
    ),
  );
  const registration = fc
    .array(fc.oneof({ weight: 9, arbitrary: entryPoint }, fc.jsonValue()), { maxLength: 3 })
    .map((entryPoints) => ({ type: 'register-entrypoints', entryPoints }));
  return fc.oneof(
    { weight: 6, arbitrary: registration.map((message) => JSON.stringify(message)) },
    fc
      .constantFrom('log', 'log-opt-in', 'getpeers', 'reload')
      .map((type) => JSON.stringify({ type, data: [SECRETIVE] })),
    fc.json(),
    fc.string({ maxLength: 40 }),
  );
}
