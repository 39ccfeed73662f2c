import { describe, expect, it } from '@jest/globals';

import { requireAppPath } from './app-path.js';
import { PathRefused } from './workspace.port.js';

describe('the path of a file of a generated app', () => {
  it.each([
    'app/_layout.tsx',
    'app/(tabs)/index.tsx',
    'app/workouts/[id].tsx',
    'app/[...rest].tsx',
    'app/+not-found.tsx',
    'components/Card.tsx',
    'lib/store.ts',
    'lib/seed-data.json',
    'assets/images/hero@2x.png',
    'assets/fonts/Inter.ttf',
  ])('may be %s', (path) => {
    expect(() => requireAppPath(path)).not.toThrow();
  });

  it.each([
    '',
    '.',
    'index.js',
    'app',
    'App.js',
    'app/../../../etc/passwd',
    '../other/app/index.tsx',
    '/etc/passwd.json',
    'app//index.tsx',
    'app/./index.tsx',
    'app/..tsx',
    'app\\index.tsx',
    'C:/app/index.tsx',
    'app/in\u0000dex.tsx',
    'app/in\ndex.tsx',
    'app/.babelrc.json',
    'app/.hidden/index.tsx',
    'app/index.js',
    'app/run.sh',
    'app/noextension',
    'app/users+api.ts',
    'app/users+api.web.ts',
    'app/+html.tsx',
    'app/+middleware.ts',
    'lib/metro.config.ts',
    'lib/package.json',
    'lib/tsconfig.json',
    'lib/node_modules/react/index.ts',
    'node_modules/react/index.ts',
    'projects/other/app/index.tsx',
    `app/${'a'.repeat(300)}.tsx`,
    'app/ leading.tsx',
    'app/ünï.tsx',
  ])('may not be %j', (path) => {
    expect(() => requireAppPath(path)).toThrow(PathRefused);
  });
});
