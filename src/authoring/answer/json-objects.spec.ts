import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JsonObjects, jsonObjects } from './json-objects.js';
import { jsonValue } from './json-value.js';

const noise = fc.constantFrom(
  '',
  'Sure!',
  'The shape is {name}.',
  '```json',
  '```',
  'It\'s 5" wide {',
  '<think>{"a": 1}</think>',
  '}',
);

describe('the JSON objects of an answer', () => {
  it('are whole and in order, whatever stands around them and however it is cut into pieces', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true });
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 });
    fc.assert(
      fc.property(object, object, noise, noise, sizes, (first, second, before, between, pieces) => {
        const [one, two] = [JSON.stringify(first), JSON.stringify(second, null, 2)];
        const answer = `${before}\n${one}\n${between}\n${two}\n`;
        const objects = new JsonObjects(false);
        for (let start = 0, turn = 0; start < answer.length; turn++) {
          const size = pieces[turn % pieces.length] ?? 1;
          objects.push(answer.slice(start, start + size));
          start += size;
        }
        const found = objects.end();
        expect(JSON.stringify(jsonValue(found.at(-1) ?? ''))).toBe(JSON.stringify(second));
        expect(jsonObjects(answer)).toEqual(expect.arrayContaining([...found]));
      }),
    );
  });

  it('are none where the answer is cut off', () => {
    const text = JSON.stringify({ a: [1, { b: '}' }], c: '{' });
    for (let end = 0; end < text.length; end++) {
      for (const object of jsonObjects(text.slice(0, end))) expect(object).toBe('{"b":"}"}');
    }
    expect(jsonObjects(text)).toEqual([text]);
  });

  it('may have line ends within their strings', () => {
    expect(jsonObjects('{"lyrics": "one {\ntwo }", "b": 1}').map(jsonValue)).toContainEqual({
      lyrics: 'one {\ntwo }',
      b: 1,
    });
  });

  it('are none of those that were thought', () => {
    expect(jsonObjects('<think>{"a": 1}</think> and {"b": 2} <think> or {"c": 3}')).toEqual(['{"b": 2}']);
    expect(jsonObjects('{"a": 1}\nso </think> {"b": "<think>"}')).toEqual(['{"b": "<think>"}']);
  });
});
