import { describe, expect, it } from '@jest/globals';
import { encodeCursor, projectCursor } from './project-cursor.js';

describe('a cursor of the list of projects', () => {
  it('comes back as it was', () => {
    const place = { createdAt: '2026-01-01T00:00:00.123Z', projectId: 'My_App-1' };
    expect(projectCursor.parse(encodeCursor(place))).toEqual(place);
  });

  it.each([
    '',
    'nonsense',
    Buffer.from('[1,2]').toString('base64url'),
    encodeCursor({ createdAt: 'now', projectId: 'a' }),
  ])('is refused where it is none (%s)', (text) => {
    expect(projectCursor.safeParse(text).error?.issues).toMatchObject([
      { message: 'must be the next_cursor of an earlier page' },
    ]);
  });
});
