import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markedAsCutShort } from './cut-short.js';
import { TaggedParts, taggedParts } from './tagged-parts.js';

const ANSWER = `Here you are:
<think>
<file path="app/index.tsx">
a draft
</file>
</think>
<file path="app/index.tsx">
export default 1;
const inLine = "</file>"; // <file path="x">
</file>
<file path="lib/a.ts">
\`\`\`ts
export const a = 2;
\`\`\`
</file>
<edit path="lib/b.ts">
<<<<<<< SEARCH
one
=======
two
>>>>>>> REPLACE
</edit>
Enjoy!`;

const FILES = [
  {
    path: 'app/index.tsx',
    content: 'export default 1;\nconst inLine = "</file>"; // <file path="x">\n',
    isEnded: true,
  },
  { path: 'lib/a.ts', content: 'export const a = 2;\n', isEnded: true },
];
const EDITS = [{ path: 'lib/b.ts', replacements: [{ search: 'one', replace: 'two' }], isWhole: true }];

describe('the tagged parts of an answer', () => {
  it('are its files and edits, without what stands around them or was thought', () => {
    const { files, edits, reasoning } = taggedParts(ANSWER);
    expect([files, edits]).toEqual([FILES, EDITS]);
    expect(reasoning.join('\n')).toContain('a draft');
  });

  it('are the same however the answer is cut into pieces', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
    fc.assert(
      fc.property(sizes, fc.boolean(), (pieces, isWindows) => {
        const answer = isWindows ? ANSWER.replaceAll('\n', '\r\n') : ANSWER;
        const parts = new TaggedParts();
        let start = 0;
        for (let turn = 0; start < answer.length; turn++) {
          const size = pieces[turn % pieces.length] ?? 1;
          parts.push(answer.slice(start, start + size));
          start += size;
        }
        parts.end();
        expect([parts.files, parts.edits]).toEqual([FILES, EDITS]);
      }),
    );
  });

  it('are never called ended before their end has come, wherever the answer is cut off', () => {
    for (let end = 0; end < ANSWER.length; end++) {
      const { files, edits } = taggedParts(markedAsCutShort(ANSWER.slice(0, end)));
      const ended = files.filter(({ isEnded }) => isEnded);
      expect(FILES.slice(0, ended.length)).toEqual(ended);
      for (const { isWhole, replacements } of edits) {
        expect(isWhole ? [[], EDITS[0]?.replacements] : [[]]).toContainEqual(replacements);
      }
    }
  });

  it.each([
    ['<think>', '</think>'],
    ['<thinking>', '</thinking>'],
    ['<thought>', '</thought>'],
    ['<reasoning effort="high">', '</reasoning>'],
    ['<details type="reasoning" done="true">', '</details>'],
    ['[THINK]', '[/THINK]'],
    ['◁think▷', '◁/think▷'],
    ['<|begin_of_thought|>', '<|end_of_thought|>'],
    ['<|channel|>analysis<|message|>', '<|end|><|start|>assistant<|channel|>final<|message|>'],
  ])('are none of what stands between %s and %s', (opening, closing) => {
    const draft = '<file path="app/index.tsx">\na draft\n</file>';
    for (const between of [` ${draft} `, `\n${draft}\n`]) {
      expect(taggedParts(`${opening}${between}${closing}\n${ANSWER}`).files).toEqual(FILES);
      expect(taggedParts(`${ANSWER}\n${opening}${between}${closing}`).files).toEqual(FILES);
      expect(taggedParts(`${opening}${between}`).files).toEqual([]);
    }
  });

  it('hold what code says of such marks', () => {
    const code = 'const marks = ["<think>", "</think>"];\nexport default marks;\n';
    const { files } = taggedParts(`<file path="lib/a.ts">\n${code}</file>`);
    expect(files).toEqual([{ path: 'lib/a.ts', content: code, isEnded: true }]);
  });

  it('are told line by line while they come', () => {
    const heard: string[] = [];
    const parts = new TaggedParts((path, line) => heard.push(`${path}: ${line}`));
    parts.push('<think>\n<file path="lib/a.ts">\nno\n</file>\n</think>\n<file path="lib/a.ts">\none\ntw');
    expect(heard).toEqual(['lib/a.ts: one']);
    parts.push('o\n</file>\nthree\n');
    expect(heard).toEqual(['lib/a.ts: one', 'lib/a.ts: two']);
  });
});
