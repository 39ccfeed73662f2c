import { describe, expect, it } from '@jest/globals';

import { assetPath, metroPath, phoneBundlePath, webBundlePath } from './metro-path.js';
import { bundleRequest, type PreviewRequest, previewRequest } from './preview-request.js';

const WEB = { label: 'mine', isWhole: false, hasPhones: false };
const PHONES = { label: 'mine', isWhole: true, hasPhones: true };
const asked = (url: string, more: object = {}) => ({
  method: 'GET',
  accept: '*/*',
  destination: undefined,
  url,
  ...more,
});
const read = (url: string, more: object = {}): PreviewRequest | undefined => previewRequest(asked(url, more), WEB);

describe('what a viewer of one project asks for', () => {
  it('is its bundle, by whose name for the load and nothing else of the query', () => {
    const request = read('/projects/mine/index.bundle?platform=web&dev=false&lazy=false&x=1&load=0-a');
    expect(request).toEqual({
      kind: 'bundle',
      label: 'mine',
      platform: 'web',
      entry: { below: 'project', path: 'index' },
      isLater: false,
      isWhole: false,
      load: '0-a',
    });
  });

  it('is a bundle’s map, and what import() loads later', () => {
    expect(read('/projects/mine/index.map')).toMatchObject({ kind: 'map', isLater: false });
    expect(read('/projects/mine/lib/late.bundle?modulesOnly=true&runModule=false')).toMatchObject({ isLater: true });
    expect(read('/node_modules/expo-haptics/index.bundle?modulesOnly=true')).toMatchObject({
      entry: { below: 'kit', path: 'expo-haptics/index' },
    });
    expect(read('/projects/mine/app/details/%5Bid%5D.bundle?modulesOnly=true')).toMatchObject({
      entry: { path: 'app/details/[id]' },
    });
  });

  it.each([
    ['/assets/?unstable_path=.%2Fprojects%2Fmine%2Fassets%2Flogo.png', 'project', 'assets/logo.png'],
    ['/assets?unstable_path=./projects/mine/assets/logo.png?platform=web&hash=1', 'project', 'assets/logo.png'],
    ['/assets/?unstable_path=.%2Fnode_modules%2Ficons%2FIonicons.ttf', 'kit', 'icons/Ionicons.ttf'],
    ['/assets/node_modules/icons/Ionicons.ttf', 'kit', 'icons/Ionicons.ttf'],
  ])('is an asset: %s', (url, below, file) => {
    expect(read(url)).toEqual({ kind: 'asset', below, file, platform: 'web' });
  });

  it.each([
    '/projects/other/index.bundle',
    '/projects/mine/index.bundle?bundleEntry=/projects/other/index.bundle',
    '/projects/mine/index.bundle?bundleEntry=',
    '/projects/mine/index.bundle?transform.routerRoot=projects',
    '/projects/mine/index.bundle?transform.z=1',
    '/projects/mine/index.bundle?resolver.environment=node',
    '/projects/mine/index.bundle?serializer.output=static',
    '/projects/mine/index.bundle?platform=ios',
    '/projects/mine/index.bundle?platform=windows',
    '/projects/mine/index.bundle?load=a%26bundleEntry%3Dx',
    '/projects/mine/../other/index.bundle',
    '/projects/mine/%2E%2E/other/index.bundle',
    '/projects/mine%2F..%2Fother/index.bundle',
    '/projects/mine\\..\\other/index.bundle',
    '/projects/mine/%252e%252e/other/index.bundle',
    '/projects/mine2/index.bundle',
    '/projects/mine/index.bundle//&bundleEntry=x',
    '/projects/mine/in%3Fdex.bundle',
    '/projects/mine/index.assets',
    '/projects/mine/lib/worker.bundle?modulesOnly=false&runModule=true',
    '/node_modules/expo/index.bundle',
    '/node_modules/../projects/other/index.bundle?modulesOnly=true',
    '/index.bundle',
    '/assets/?unstable_path=./projects/other/assets/logo.png',
    '/assets/?unstable_path=./projects/other/assets/Ionicons.ttf',
    '/assets/?unstable_path=../../etc/passwd',
    '/assets/?unstable_path=/etc/passwd',
    '/assets/?unstable_path=',
    '/assets/?unstable_path=./projects/mine/../other/logo.png',
    '/assets/?unstable_path=./projects/mine/%2e%2e/other/logo.png',
    '/assets/',
    '/assets/%252e%252e/x.png',
    '/[metro-project]/projects/mine/app/index.tsx',
    '/symbolicate',
    '/status',
    '/%zz',
    '/a%00b',
  ])('is nothing that there is: %s', (url) => {
    expect(read(url)).toBeUndefined();
  });

  it('is the page for every navigation', () => {
    expect(read('/')).toEqual({ kind: 'page' });
    expect(read('/workouts/3?tab=a', { accept: 'text/html,application/xhtml+xml' })).toEqual({ kind: 'page' });
    expect(read('/user/john.doe', { destination: 'iframe' })).toEqual({ kind: 'page' });
    expect(read('/workouts/3')).toBeUndefined();
  });

  it('is only ever read', () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', '']) {
      expect(read('/', { method, accept: 'text/html' })).toBeUndefined();
    }
    expect(read('/', { method: 'HEAD' })).toEqual({ kind: 'page' });
  });

  it('is, where phones are served, a manifest and a bundle for them', () => {
    expect(previewRequest(asked('/', { expoPlatform: 'ios' }), PHONES)).toEqual({ kind: 'manifest', platform: 'ios' });
    expect(previewRequest(asked('/?platform=android'), PHONES)).toEqual({ kind: 'manifest', platform: 'android' });
    expect(read('/?platform=android')).toEqual({ kind: 'page' });
    const bundle = bundleRequest(
      'http://10.0.0.2/projects/mine/index.bundle?platform=ios&transform.bytecode=1',
      PHONES,
    );
    expect(bundle).toMatchObject({ platform: 'ios', isWhole: true });
    expect(bundleRequest('/projects/mine/index.bundle?transform.bytecode=1', PHONES)).toBeUndefined();
    const image = previewRequest(
      asked('/assets/?unstable_path=.%2Fnode_modules%2Fa/b@2x.png?platform=ios&hash=1'),
      PHONES,
    );
    expect(image).toMatchObject({ file: 'a/b@2x.png', platform: 'ios' });
  });
});

describe('what Metro is asked', () => {
  it.each([webBundlePath('mine'), webBundlePath('mine').replace('.bundle', '.map')])(
    '%s is read as it was written',
    (path) => {
      const request = bundleRequest(path, WEB);
      expect(request && metroPath(request)).toBe(path);
    },
  );

  it('is the same for a phone, of which the manifest names the address', () => {
    const path = phoneBundlePath('mine', 'android');
    const request = bundleRequest(path, PHONES);
    expect(request && metroPath(request)).toBe(path);
  });

  it('names odd files so that they cannot be taken for more', () => {
    const entry = { below: 'project', path: 'app/a b/[id]&c=d' } as const;
    const path = metroPath({ kind: 'bundle', label: 'mine', platform: 'web', entry, isLater: true, isWhole: false });
    expect(path).toMatch(/^\/projects\/mine\/app\/a%20b\/%5Bid%5D%26c%3Dd\.bundle\?/);
    expect(path).toMatch(/&modulesOnly=true&runModule=false$/);
    expect(assetPath('projects/mine/a&b.png', 'web')).toBe(
      '/assets/?unstable_path=.%2Fprojects%2Fmine%2Fa%26b.png&platform=web',
    );
  });
});
