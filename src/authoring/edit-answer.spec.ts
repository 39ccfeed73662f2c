import { describe, expect, it } from '@jest/globals';
import { readEditAnswer } from './edit-answer.js';

const CURRENT = [
  { path: 'app/index.tsx', content: 'const a = 1;\nconst b = 1;\nexport default a + b;\n' },
  { path: 'lib/a.ts', content: 'export const a = 1;\n' },
];
const block = (search: string, replace: string): string =>
  `<<<<<<< SEARCH\n${search}\n=======\n${replace === '' ? '' : `${replace}\n`}>>>>>>> REPLACE`;
const edit = (path: string, ...blocks: readonly string[]): string =>
  `<edit path="${path}">\n${blocks.join('\n')}\n</edit>\n`;

describe('the answer to an edit prompt', () => {
  it('changes what it searches for and leaves the rest as it is', () => {
    const answer = edit('app/index.tsx', block('const a = 1;', 'const a = 2;'), block('const b = 1;', 'const b = 3;'));
    expect(readEditAnswer(`Sure.\n${answer}Done.`, CURRENT)).toEqual({
      files: [{ path: 'app/index.tsx', content: 'const a = 2;\nconst b = 3;\nexport default a + b;\n' }],
      problems: [],
    });
  });

  it('deletes lines, and brings whole files', () => {
    const answer = `${edit('app/index.tsx', block('const b = 1;\n', ''))}<file path="components/b.tsx">\nexport const b = 2;\n</file>`;
    expect(readEditAnswer(answer, CURRENT).files).toEqual([
      { path: 'app/index.tsx', content: 'const a = 1;\nexport default a + b;\n' },
      { path: 'components/b.tsx', content: 'export const b = 2;\n' },
    ]);
  });

  it.each([
    ['what is not there', edit('app/index.tsx', block('const c = 1;', '')), /SEARCH number 1 stands there 0 times/],
    ['what is there twice', edit('app/index.tsx', block(' = 1;', '')), /stands there 2 times/],
    ['nothing', edit('app/index.tsx', block(' ', 'x')), /not once/],
    ['a file that is not there', edit('app/none.tsx', block('a', 'b')), /no file "app\/none\.tsx"/],
    ['no block', edit('app/index.tsx', 'const a = 2;'), /holds no SEARCH/],
    ['in words only', 'I would make it blue.', /holds no <edit> and no <file>/],
  ])('is refused where it searches for %s', (_, answer, problem) => {
    const { files, problems } = readEditAnswer(answer, CURRENT);
    expect(files).toEqual([]);
    expect(problems.join()).toMatch(problem);
  });

  it('takes dollar signs for what they are', () => {
    const { files } = readEditAnswer(edit('lib/a.ts', block('1', '"$&$1"')), CURRENT);
    expect(files[0]?.content).toBe('export const a = "$&$1";\n');
  });
});
