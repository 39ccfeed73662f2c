import { describe, expect, it } from '@jest/globals';

import { previewLabelOfHost } from './preview-label-of-host.js';

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
