import { describe, expect, it } from '@jest/globals';
import { patchLines } from './patch-lines.js';

describe('the lines of a diff', () => {
  it('are those that came, those that went, and those around them', () => {
    const patch = [
      '===================================================================',
      '--- a/app/index.tsx',
      '+++ b/app/index.tsx',
      '@@ -1,3 +1,3 @@',
      ' first',
      '-old',
      '+new',
      '+-- a comment',
      '\\ No newline at end of file',
      '',
    ].join('\n');
    expect(patchLines(patch)).toEqual([
      { kind: 'gap', text: '@@ -1,3 +1,3 @@' },
      { kind: 'same', text: 'first' },
      { kind: 'removed', text: 'old' },
      { kind: 'added', text: 'new' },
      { kind: 'added', text: '-- a comment' },
    ]);
  });

  it('are none where nothing differs', () => {
    expect(patchLines('--- a\n+++ b\n')).toEqual([]);
  });
});
