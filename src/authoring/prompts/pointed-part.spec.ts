import { describe, expect, it } from '@jest/globals';
import { pointedPart } from './pointed-part.js';

const content = Array.from({ length: 40 }, (_, index) => `  <Text>${index + 1}</Text>`).join('\n');
const files = [{ path: 'app/index.tsx', content }];
const at = { path: 'app/index.tsx', line: 20, code: '<Text>20</Text>' };

describe('what a model is shown of where a person points', () => {
  it('is the line, marked, and those around it', () => {
    const part = pointedPart(at, files);
    expect(part).toContain('line 20 of app/index.tsx');
    expect(part).toContain('\n>   20 |   <Text>20</Text>\n');
    expect(part.match(/^[ >] +\d+ \|/gm)).toHaveLength(17);
  });

  it('is the line that reads the same where others have changed the file since', () => {
    const moved = [{ path: 'app/index.tsx', content: `import 'a';\nimport 'b';\r\n${content}` }];
    expect(pointedPart(at, moved)).toContain('\n>   22 |   <Text>20</Text>\n');
  });

  it.each([
    ['where it was, if it reads otherwise now', { ...at, code: '<View>' }, '>   20 |'],
    ['where it was, if it was empty', { ...at, code: '' }, '>   20 |'],
    ['the last one, if the file is shorter now', { path: at.path, line: 900 }, '>   40 |'],
    ['the first one', { path: at.path, line: 1, code: '<Text>1</Text>' }, '>    1 |'],
  ])('is %s', (_, place, expected) => {
    expect(pointedPart(place, files)).toContain(expected);
  });

  it('is nothing where the file has gone', () => {
    expect(pointedPart({ ...at, path: 'app/gone.tsx' }, files)).toBe('');
  });

  it('is short where a line is not', () => {
    const long = [{ path: 'app/index.tsx', content: 'x'.repeat(10_000) }];
    expect(pointedPart({ path: 'app/index.tsx', line: 1 }, long).length).toBeLessThan(700);
  });
});
