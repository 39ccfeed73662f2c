import { describe, expect, it } from '@jest/globals';
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

  it.each([
    ['a refusal', 'I cannot help with that.', /holds no whole <file path="app\/\(tabs\)\/index\.tsx">/],
    ['a file that is cut off', `<file path="${PATH}">\nexport default`, /holds no whole/],
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
