import { describe, expect, it } from '@jest/globals';
import type { FileProblem } from '../contract/texts.js';
import { type Findings, shownAfter } from './shown-problems.js';

const says = (by: Findings['by'], version: number, ...messages: readonly string[]): Findings => ({
  by,
  version,
  problems: messages.map((message): FileProblem => ({ line: 1, column: 0, message, source: by })),
});

/** given(shown findings, current version).when(new findings).then(shown findings). */
function given(shown: Findings | undefined, version: number) {
  return {
    when: (found: Findings) => ({
      then: (expected: Findings | undefined): void => expect(shownAfter(shown, found, version)).toBe(expected),
      thenItself: (): void => expect(shownAfter(shown, found, version)).toBe(found),
    }),
  };
}

describe('what is shown of an edited text', () => {
  it('is what the gate says, at once, and that it lets the text pass', () => {
    given(undefined, 3)
      .when(says('gate', 3, 'does not parse'))
      .thenItself();
    given(says('gate', 3, 'does not parse'), 5)
      .when(says('gate', 5))
      .thenItself();
    given(undefined, 3).when(says('gate', 3)).thenItself();
  });

  it('is what the types say of the text as it is now, until they have nothing to say', () => {
    given(says('gate', 3), 3)
      .when(says('types', 3, 'no number'))
      .thenItself();
    given(says('types', 3, 'no number'), 5)
      .when(says('types', 5))
      .thenItself();
  });

  it('keeps what the types have said while somebody types on', () => {
    const shown = says('types', 3, 'no number');
    given(shown, 5).when(says('gate', 5)).then(shown);
    given(shown, 6).when(says('types', 5)).then(shown);
  });

  it('is the gate’s first where both find something', () => {
    given(says('types', 3, 'no number'), 5)
      .when(says('gate', 5, 'does not parse'))
      .thenItself();
  });

  it('is not told again where the types find nothing new to say', () => {
    const shown = says('gate', 5);
    given(shown, 5).when(says('types', 5)).then(shown);
    given(undefined, 5)
      .when(says('types', 4, 'of an earlier text'))
      .then(undefined);
  });
});
