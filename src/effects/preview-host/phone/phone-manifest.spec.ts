import { describe, expect, it } from '@jest/globals';
import { projectManifest } from './phone-manifest.js';

/** As Expo CLI 54.0.27 answers, shortened. */
const EXPO = {
  id: '1',
  runtimeVersion: 'exposdk:54.0.0',
  launchAsset: {
    key: 'bundle',
    url: 'http://127.0.0.1:36981/index.bundle?platform=ios&dev=true&hot=false&lazy=true&transform.routerRoot=app',
  },
  assets: [],
  extra: {
    expoClient: {
      name: 'Firstlight preview',
      slug: 'firstlight-preview',
      sdkVersion: '54.0.0',
      _internal: { projectRoot: '/home/me/preview' },
      hostUri: '127.0.0.1:36981',
    },
    expoGo: {
      debuggerHost: '127.0.0.1:36981',
      developer: { tool: 'expo-cli', projectRoot: '/home/me/preview' },
      packagerOpts: { dev: true },
      mainModuleName: 'index',
    },
    scopeKey: '@anonymous/firstlight-preview-1',
  },
};

describe('a project’s manifest for Expo Go', () => {
  const manifest = projectManifest(EXPO, {
    label: 'my-app',
    baseUrl: new URL('http://192.168.1.5:8001/my-app.proof'),
    platform: 'ios',
  });

  it('launches the project’s own bundle, in one piece, from where the phone found the manifest', () => {
    const { launchAsset } = manifest as typeof EXPO;
    const url = new URL(launchAsset.url);
    expect(url.origin + url.pathname).toBe('http://192.168.1.5:8001/my-app.proof/projects/my-app/index.bundle');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      platform: 'ios',
      lazy: 'false',
      'transform.routerRoot': 'app',
    });
  });

  it('has a name and a storage of the project’s own', () => {
    expect(manifest).toMatchObject({
      runtimeVersion: 'exposdk:54.0.0',
      extra: {
        scopeKey: '@anonymous/my-app',
        expoClient: { name: 'my-app', slug: 'my-app', sdkVersion: '54.0.0' },
        expoGo: { debuggerHost: '192.168.1.5:8001', packagerOpts: { dev: true } },
      },
    });
  });

  it('says nothing of the service’s own address and folders', () => {
    expect(JSON.stringify(manifest)).not.toMatch(/127\.0\.0\.1|\/home/);
  });

  it('is not made of anything but a manifest', () => {
    const address = { label: 'a', baseUrl: new URL('http://a'), platform: 'ios' as const };
    expect(() => projectManifest({ error: 'no' }, address)).toThrow(/launchAsset/);
  });
});
