import { describe, expect, it } from '@jest/globals';

import { previewLabelOfHost } from './preview-label-of-host.js';
import { type Route, route, socketRoute } from './route.js';

const readable = {
  hostDir: '/data/preview',
  folders: ['/data/preview/projects/mine', '/data/preview/node_modules', '/data/kit/node_modules'],
};
const kindOf = (url: string, accept = '*/*', method = 'GET', destination?: string): Route =>
  route({ method, url, accept, destination }, readable);

describe('what a viewer of one project may ask for', () => {
  it.each([
    '/projects/mine/index.bundle?platform=web',
    '/projects/mine/index.map?platform=web',
    '/node_modules/expo-font/index.bundle?modulesOnly=true',
    '/assets/?unstable_path=.%2Fprojects%2Fmine%2Fassets%2Flogo.png',
    '/assets?unstable_path=./projects/mine/assets/logo.png?platform=web&hash=1',
  ])('is passed to Metro: %s', (url) => {
    expect(kindOf(url)).toBe('metro');
  });

  it.each([
    [
      '/assets/?unstable_path=.%2F..%2Fkit%2Fnode_modules%2Ficons%2FIonicons.ttf',
      '/data/kit/node_modules/icons/Ionicons.ttf',
    ],
    ['/assets/node_modules/icons/Ionicons.ttf', '/data/preview/node_modules/icons/Ionicons.ttf'],
  ])('is a font from the disk: %s', (url, font) => {
    expect(kindOf(url)).toEqual({ font });
  });

  it.each([
    '/projects/other/index.bundle',
    '/assets/?unstable_path=./projects/other/assets/Ionicons.ttf',
    '/projects/mine/../other/index.bundle',
    '/projects/mine/%2E%2E/other/index.bundle',
    '/projects/mine%2F..%2Fother/index.bundle',
    '/projects/mine\\..\\other/index.bundle',
    '/projects/mine2/index.bundle',
    '/index.bundle',
    '/assets/?unstable_path=./projects/other/assets/logo.png',
    '/assets/?unstable_path=../../etc/passwd',
    '/assets/?unstable_path=/etc/passwd',
    '/assets/?unstable_path=',
    '/assets/?unstable_path=./projects/mine/../other/logo.png',
    '/assets/',
    '/assets/%252e%252e/x.png',
    '/status',
    '/%zz',
    '/a%00b',
  ])('is refused: %s', (url) => {
    expect(kindOf(url)).toBe('refused');
  });

  it('is the page for every navigation', () => {
    expect(kindOf('/', 'text/html')).toBe('page');
    expect(kindOf('/workouts/3?tab=a', 'text/html,application/xhtml+xml')).toBe('page');
    expect(kindOf('/user/john.doe', '*/*', 'GET', 'iframe')).toBe('page');
    expect(kindOf('/workouts/3')).toBe('refused');
  });

  it('is only ever read', () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', '']) {
      expect(kindOf('/', 'text/html', method)).toBe('refused');
    }
    expect(kindOf('/', 'text/html', 'HEAD')).toBe('page');
  });

  it('is, as a web socket, hot updates and messages', () => {
    expect(socketRoute('/hot')).toBe('/hot');
    expect(socketRoute('/message?x=1')).toBe('/message');
    expect(socketRoute('/inspector/debug')).toBeUndefined();
    expect(socketRoute('//')).toBeUndefined();
  });
});

describe('the label in a Host header', () => {
  it.each([
    ['mine.localhost:8000', 'mine'],
    ['Mine.LOCALHOST', 'mine'],
    ['localhost:8000', undefined],
    ['a.b.localhost', undefined],
    ['_warm-up.localhost', undefined],
    ['evil-localhost', undefined],
    ['mine.localhost.evil.example', undefined],
    ['..localhost', undefined],
    [undefined, undefined],
  ])('of %s is %s', (host, label) => {
    expect(previewLabelOfHost(host, 'localhost')).toBe(label);
  });
});
