import { describe, expect, it } from '@jest/globals';
import { before, type ChangedFiles, versionsOf } from './file-versions.js';

const version = (
  seq: number,
  kind: ChangedFiles['kind'],
  files: string[],
  title: string | null = null,
): ChangedFiles => ({
  ...{ seq, kind, files, title },
  authors: ['blueprint'],
  ended_at: `at ${seq}`,
});

const project = [
  version(40, 'edit', ['app/a.tsx']),
  version(30, 'revision', ['app/b.tsx'], 'Make it blue'),
  version(20, 'run', ['app/a.tsx', 'app/b.tsx'], 'A habit tracker'),
];

describe('the versions of a file', () => {
  it('are those of the project that changed it, named by what made them', () => {
    expect(versionsOf('app/a.tsx', project).map(({ seq, title }) => `${seq} ${title}`)).toEqual([
      '40 Edited',
      '20 A habit tracker',
    ]);
    expect(versionsOf('app/c.tsx', project)).toEqual([]);
  });

  it('each have the one before', () => {
    const versions = versionsOf('app/a.tsx', project);
    expect(before(versions, 40)?.seq).toBe(20);
    expect(before(versions, 20)).toBeUndefined();
  });
});
