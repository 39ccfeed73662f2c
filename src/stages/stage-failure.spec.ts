import { describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { PathRefused } from '../effects/workspace/workspace.port.js';
import { stageFailure } from './stage-failure.js';

const withCode = (code: string, message: string) => Object.assign(new Error(message), { code });

describe('why a stage failed', () => {
  it('is told with its code and in the words of its stage', () => {
    expect(stageFailure('installing_deps', withCode('preview_unavailable', 'npm has no network'))).toEqual({
      code: 'preview_unavailable',
      reason: 'Failed to install dependencies: npm has no network',
    });
  });

  it('keeps the code of a rule that refuses the work', () => {
    const failure = stageFailure('generating_base', new PathRefused('../x.tsx', 'it leaves the project'));
    expect(failure).toMatchObject({ code: 'path_refused' });
  });

  it('has one code where the program itself is wrong', () => {
    expect(stageFailure('analyzing', new TypeError('x is undefined'))).toEqual({
      code: 'stage_failed',
      reason: 'Failed to analyze requirements: x is undefined',
    });
  });

  it('says what to do about a disk that is full', () => {
    const { code, reason } = stageFailure('generating_base', withCode('ENOSPC', 'ENOSPC: write'));
    expect(reason).toBe('Failed to generate the base code: The disk is full: free some space. (ENOSPC: write)');
    expect(code).toBe('ENOSPC');
  });

  it('knows a real system error', async () => {
    const error = await writeFile('/no/such/folder/file', '').catch((reason: unknown) => reason);
    expect(stageFailure('generating_base', error)).toMatchObject({ code: 'ENOENT' });
  });
});
