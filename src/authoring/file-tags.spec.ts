import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FileTags, taggedFiles } from './file-tags.js';

const ANSWER = `Here you are:
<file path="app/index.tsx">
export default 1;
const inLine = "</file>"; // <file path="x">
</file>
<file path="lib/a.ts">
\`\`\`ts
export const a = 2;
\`\`\`
</file>
Enjoy!`;

const FILES = [
  { path: 'app/index.tsx', content: 'export default 1;\nconst inLine = "</file>"; // <file path="x">\n' },
  { path: 'lib/a.ts', content: 'export const a = 2;\n' },
];

describe('file tags', () => {
  it('give each whole file of an answer, without what stands around them', () => {
    expect(taggedFiles(ANSWER)).toEqual(FILES);
  });

  it('give the same however the answer is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
        const tags = new FileTags();
        const files = [];
        let start = 0;
        for (let turn = 0; start < ANSWER.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          files.push(...tags.push(ANSWER.slice(start, start + size)));
          start += size;
        }
        expect(files).toEqual(FILES);
      }),
    );
  });

  it('never give a file whose closing tag has not come, wherever the answer is cut off', () => {
    for (let end = 0; end < ANSWER.length; end++) {
      const files = new FileTags().push(ANSWER.slice(0, end));
      expect(FILES.slice(0, files.length)).toEqual(files);
    }
  });

  it('tell which file is being written', () => {
    const tags = new FileTags();
    tags.push('<file path="app/a.tsx">\nexport');
    expect(tags.openPath).toBe('app/a.tsx');
    tags.push(' default 1;\n</file>\n');
    expect(tags.openPath).toBeUndefined();
  });
});
