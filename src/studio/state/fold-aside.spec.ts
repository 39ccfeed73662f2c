import { describe, expect, it } from '@jest/globals';
import { type Aside, asideMessage } from '../../contract/messages/aside.js';
import { foldAside } from './fold-aside.js';
import { emptyProject } from './project-state.js';

function aside(type: Aside['type'], data: object): Aside {
  return asideMessage.parse({ type, data });
}

const before = emptyProject('plants');

describe('the project after what is said beside the log', () => {
  it('knows who watches', () => {
    const people = [{ user_id: 'ada', color: '#123456', connections: 2 }];
    expect(foldAside(before, aside('presence', { viewers: 3, people })).watching).toEqual({ viewers: 3, people });
  });

  it('shows the end of a file that is being written, the next one from its beginning', () => {
    const chunk = (path: string, text: string) => aside('chunk', { code: 'chunk', message: path, path, text });
    const writing = [chunk('a.ts', 'const '), chunk('a.ts', 'a'), chunk('b.ts', 'let b')].map(
      (
        (state) => (message: Aside) =>
          (state = foldAside(state, message)).writing
      )(before),
    );
    expect(writing).toEqual([
      { path: 'a.ts', text: 'const ' },
      { path: 'a.ts', text: 'const a' },
      { path: 'b.ts', text: 'let b' },
    ]);
  });

  it('says that the log does not answer until it does', () => {
    const away = foldAside(before, aside('notice', { code: 'log_unavailable', message: 'No space left' }));
    expect(away.notice).toBe('No space left');
    expect(foldAside(away, aside('notice', { code: 'log_available', message: '' })).notice).toBeNull();
  });

  it('leaves alone what is not about the project', () => {
    for (const message of [aside('ready', { head: 3 }), aside('alive', {})])
      expect(foldAside(before, message)).toBe(before);
  });
});
