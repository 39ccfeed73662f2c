import { describe, expect, it } from '@jest/globals';
import { inScreen, pickedWords, readPicked } from './picked.js';

const place = { path: 'app/(tabs)/index.tsx', line: 42, name: 'Text' };

describe('what a preview tells of the element that is pointed at', () => {
  it('is its place, what it shows, and what it stands in', () => {
    const outer = [
      { path: 'components/card.tsx', line: 3, name: 'Card', column: 4 },
      null,
      { path: 'app/x.tsx' },
      { ...place, path: 'app/_layout.tsx' },
    ];
    expect(readPicked({ type: 'firstlight:picked', ...place, text: 'Workouts', outer, rect: {} })).toEqual({
      ...place,
      text: 'Workouts',
      outer: [{ path: 'components/card.tsx', line: 3, name: 'Card' }],
    });
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'app/index.tsx'],
    ['no path', { line: 1, name: 'Text' }],
    ['a path out of the project', { ...place, path: '../../etc/passwd' }],
    ['an address', { ...place, path: 'javascript:alert(1)' }],
    ['a long path', { ...place, path: `app/${'x'.repeat(240)}` }],
    ['no line', { ...place, line: '42' }],
    ['half a line', { ...place, line: 1.5 }],
    ['line 0', { ...place, line: 0 }],
  ])('is not taken: %s', (_, told) => {
    expect(readPicked(told)).toBeUndefined();
  });

  it('is cut where it is long, and named plainly where its name is none', () => {
    const told = { ...place, name: '<b>', text: 'x'.repeat(5000), outer: Array.from({ length: 99 }, () => place) };
    expect(readPicked(told)).toEqual({
      ...place,
      name: 'Element',
      text: 'x'.repeat(120),
      outer: [place, place, place, place],
    });
  });

  it('is first of all what the screen has written there, where a shared component shows it', () => {
    const [heading, screen] = [
      { path: 'components/heading.tsx', line: 15, name: 'Text' },
      { path: 'components/screen.tsx', line: 43, name: 'Heading' },
    ];
    expect(inScreen({ ...heading, text: 'Larder', outer: [screen, place] })).toEqual({
      ...place,
      text: 'Larder',
      outer: [heading, screen],
    });
    expect(inScreen({ ...place, text: '', outer: [] })).toEqual({ ...place, text: '', outer: [] });
    expect(inScreen({ ...heading, text: '', outer: [screen] })).toMatchObject(heading);
  });

  it('is said in words', () => {
    expect(pickedWords({ ...place, text: 'Workouts' })).toBe('Text “Workouts” in app/(tabs)/index.tsx:42');
    expect(pickedWords({ ...place, text: '' })).toBe('Text in app/(tabs)/index.tsx:42');
    expect(pickedWords({ ...place, text: 'x'.repeat(50) })).toContain(`“${'x'.repeat(40)}…”`);
  });
});
