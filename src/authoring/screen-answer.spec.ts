import { describe, expect, it } from '@jest/globals';
import { markedAsCutShort } from './answer/cut-short.js';
import { readScreenAnswer } from './screen-answer.js';

const PATH = 'app/(tabs)/index.tsx';
const answer = (content: string, path = PATH): string => `<file path="${path}">\n${content}\n</file>\n`;
const problemsOf = (text: string): readonly string[] => {
  const read = readScreenAnswer(text, PATH);
  return 'problems' in read ? read.problems : [];
};

describe('the answer to a screen prompt', () => {
  it('is the one file that was asked for', () => {
    const content = [
      `import { View } from 'react-native';`,
      `import { Card } from "../../components/card";`,
      `import { useCollection } from "../../lib/store";`,
      'export default function Home() { return <View><Card>{useCollection("a")}</Card></View>; }',
    ].join('\n');
    expect(readScreenAnswer(answer(content), PATH)).toEqual({ file: { path: PATH, content: `${content}\n` } });
  });

  const CODE = 'import { View } from "react-native";\nexport default function Home() {\n  return <View />;\n}';
  const other = '<file path="app/two.tsx">\nexport default 2;\n</file>';
  it.each([
    ['has no closing tag, and another file behind it', `<file path="${PATH}">\n${CODE}\n${other}`],
    ['has no closing tag at all', `<file path="${PATH}">\n${CODE}\n`],
    [
      'is the final one behind a draft that was thought',
      `<think>\n${answer('export default 0;')}</think>\n${answer(CODE)}`,
    ],
    [
      'is behind a thought that was opened in the prompt',
      `Hm.\n${answer('export default 0;')}</think>\n${answer(CODE)}`,
    ],
    ['is the last of two', `${answer('export default 0;')}Better:\n${answer(CODE)}`],
    ['has single quotes around its path', `<file path='${PATH}'>\n${CODE}\n</file>`],
    ['has no quotes around its path', `<FILE  path = ${PATH} lang="tsx">\n${CODE}\n</FILE>`],
    ['has a path from here', `<file path="./${PATH}">\n${CODE}\n</file>`],
    ['has backslashes in its path', `<file path="${PATH.replaceAll('/', '\\')}">\n${CODE}\n</file>`],
    ['has its closing tag behind the code', `<file path="${PATH}">\n${CODE}</file>`],
    [
      'is fenced within its tags, with words behind',
      `<file path="${PATH}">\n\`\`\`tsx\n${CODE}\n\`\`\`\nEnjoy!\n</file>`,
    ],
    ['is fenced around its tags', `\`\`\`xml\n${answer(CODE)}\`\`\``],
    ['has no tags but a fence', `Here it is:\n\`\`\`tsx\n${CODE}\n\`\`\`\nEnjoy!`],
    ['is nothing but code', CODE],
    ['has lines that end as on Windows', answer(CODE).replaceAll('\n', '\r\n')],
    ['is thought about within', `<file path="${PATH}">\n<think>\nWhich?\n</think>\n${CODE}\n</file>`],
  ])('is read where it %s', (_, text) => {
    expect(readScreenAnswer(text, PATH)).toEqual({ file: { path: PATH, content: `${CODE}\n` } });
  });

  it.each([
    ['a refusal', 'I cannot help with that.', /holds no whole <file path="app\/\(tabs\)\/index\.tsx">/],
    ['a file that is cut off', markedAsCutShort(`<file path="${PATH}">\nexport default`), /holds no whole/],
    ['a file in a thought', `<think>${answer('export default 1')}</think>`, /holds no whole/],
    ['code without a default export', '```tsx\nexport const a = 1;\n```', /holds no whole/],
    [
      'a path that leaves the project',
      answer('export default 1', '../../etc/passwd'),
      /"\.\.\/\.\.\/etc\/passwd", which may not/,
    ],
    ['an absolute path', answer('export default 1', '/etc/cron.d/x'), /which may not be written/],
    ['another project', answer('export default 1', '../other/app/index.tsx'), /which may not be written/],
    ['package.json', answer('{}', 'package.json'), /"package\.json", which may not be written/],
    ['a wrong extension', answer('export default 1', 'app/(tabs)/index.js'), /which may not be written/],
  ])('is refused where it is %s', (_, text, problem) => {
    expect(problemsOf(text).join('\n')).toMatch(problem);
  });
});
