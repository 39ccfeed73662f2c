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

  it('reads lines that end as on Windows, and leaves each file its own ends', () => {
    const answer = edit('app/index.tsx', block('const a = 1;\nconst b = 1;', 'const a = 2;\nconst b = 2;'));
    const content = 'const a = 2;\nconst b = 2;\nexport default a + b;\n';
    const windows = CURRENT.map((file) => ({ ...file, content: file.content.replaceAll('\n', '\r\n') }));
    expect(readEditAnswer(answer.replaceAll('\n', '\r\n'), CURRENT).files).toEqual([
      { path: 'app/index.tsx', content },
    ]);
    expect(readEditAnswer(answer, windows).files).toEqual([
      { path: 'app/index.tsx', content: content.replaceAll('\n', '\r\n') },
    ]);
  });

  it.each([
    [
      'bent marks',
      `<edit path='./lib/a.ts'>\n<<<<<<< search\nexport const a = 1;\n=======\nexport const a = 2;\n>>>>>>> replace:\n</edit>.`,
    ],
    ['spaces that nobody sees', edit('lib/a.ts', block('export const a = 1;  ', 'export const a = 2;'))],
    ['no closing tag', edit('lib/a.ts', block('1', '2')).replace('</edit>\n', '')],
    ['a thought before', `<think>\n${edit('lib/a.ts', block('1', '3'))}</think>${edit('lib/a.ts', block('1', '2'))}`],
  ])('is read with %s', (_, answer) => {
    expect(readEditAnswer(answer, CURRENT)).toEqual({
      files: [{ path: 'lib/a.ts', content: 'export const a = 2;\n' }],
      problems: [],
    });
  });

  it('is refused as a whole where one of its blocks has no end', () => {
    const answer = edit('lib/a.ts', block('export const', 'const'), '<<<<<<< SEARCH\na\n=======\nb');
    expect(readEditAnswer(answer, CURRENT)).toEqual({
      files: [],
      problems: ['lib/a.ts: SEARCH number 2 does not come to its end.'],
    });
  });

  it('takes dollar signs for what they are', () => {
    const { files } = readEditAnswer(edit('lib/a.ts', block('1', '"$&$1"')), CURRENT);
    expect(files[0]?.content).toBe('export const a = "$&$1";\n');
  });

  // The longest possible answers (maxOutputTokens of the prompt); these inputs once took seconds.
  it.each([
    ['SEARCH blocks that stay open', (n: number) => edit('lib/a.ts', '<<<<<<< SEARCH\na\n'.repeat(n / 18)), /its end/],
    [
      'blocks without an end',
      (n: number) => edit('lib/a.ts', '<<<<<<< SEARCH\na\n=======\n'.repeat(n / 26)),
      /its end/,
    ],
    ['edits that stay open', (n: number) => '<edit path="lib/a.ts">\n'.repeat(n / 23), /holds no SEARCH/],
    ['empty lines', (n: number) => `<edit path="lib/a.ts">\n</edit>${'\n'.repeat(n)}x`, /holds no SEARCH/],
    ['spaces before a wrong end', (n: number) => `<edit path="lib/a.ts">\n</edit>${' '.repeat(n)}x`, /holds no SEARCH/],
    ['edits of one file', (n: number) => edit('lib/a.ts', block('1', '1')).repeat(n / 80), /more than 200/],
    ['replacements', (n: number) => edit('lib/a.ts', ...Array<string>(n / 50).fill(block('1', '1'))), /more than 200/],
    ['a line that does not end', (n: number) => `<edit path="${'a'.repeat(n)}`, /holds no <edit>/],
  ])('is refused with its reason where it is full of %s', (_, answer, problem) => {
    const { files, problems } = readEditAnswer(answer(100_000), CURRENT);
    expect(files).toEqual([]);
    expect(problems[0]).toMatch(problem);
  });

  it('takes a file that holds its own closing tag many times in one line', () => {
    const { files, problems } = readEditAnswer(`<file path="a">\n${'</file>\\n'.repeat(11_000)}`, CURRENT);
    expect([files.length, problems]).toEqual([1, []]);
  });

  it('asks for whole files where it holds more edits than anyone would write', () => {
    const { files, problems } = readEditAnswer(edit('lib/a.ts', ...Array<string>(201).fill(block('1', '1'))), CURRENT);
    expect(files).toEqual([]);
    expect(problems).toEqual([expect.stringContaining('more than 200 SEARCH blocks')]);
  });
});
