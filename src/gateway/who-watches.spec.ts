import { describe, expect, it } from '@jest/globals';
import { together, watchingOf } from './who-watches.js';

describe('who watches a project', () => {
  it('is counted, and named once each with a colour', () => {
    expect(watchingOf(['ann', undefined, 'bob', 'ann'])).toEqual({
      viewers: 4,
      people: [
        { user_id: 'ann', color: expect.stringMatching(/^hsl/), connections: 2 },
        { user_id: 'bob', color: expect.stringMatching(/^hsl/), connections: 1 },
      ],
    });
  });

  it('is the sum of all instances, in which a person has one name and colour', () => {
    const { viewers, people } = together([watchingOf(['ann', 'bob']), watchingOf(['ann', undefined])]);
    expect(viewers).toBe(4);
    expect(people.map(({ user_id, connections }) => [user_id, connections])).toEqual([
      ['ann', 2],
      ['bob', 1],
    ]);
  });

  it('names so many as instances can tell each other', () => {
    const { viewers, people } = watchingOf(Array.from({ length: 100 }, (_, n) => `${n}`));
    expect(viewers).toBe(100);
    expect(people).toHaveLength(25);
  });
});
