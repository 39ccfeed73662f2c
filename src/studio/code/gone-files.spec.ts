import { describe, expect, it } from '@jest/globals';
import type { LogMessage, MessageOf } from '../../contract/messages/log-message.js';
import { goneAfter, nothingGone, pathNow } from './gone-files.js';

type FileData = MessageOf<'file'>['data'];
type Told = FileData extends infer Data ? (Data extends FileData ? Omit<Data, 'author'> : never) : never;

function after(...told: readonly Told[]) {
  const messages = told.map((data, index) => ({
    type: 'file',
    ...{ seq: index + 1, at: `at ${index + 1}`, run: 1 },
    data: { ...data, author: 'user:ann' },
  })) as readonly LogMessage[];
  return messages.reduce(goneAfter, nothingGone());
}

const written = (path: string): Told => ({ op: 'written', path, sha256: 'a', bytes: 1 });
const renamed = (from: string, to: string): Told => ({ op: 'renamed', from, to });
const deleted = (path: string): Told => ({ op: 'deleted', path, base_sha256: 'a' });

describe('a path without a file', () => {
  it('is remembered with who deleted it', () => {
    expect(after(written('a'), deleted('a'))).toEqual({
      a: { how: 'deleted', author: 'user:ann', at: 'at 2', seq: 2 },
    });
  });

  it('leads to the name that the file has now', () => {
    const gone = after(renamed('a', 'b'), renamed('b', 'c'), written('c'));
    expect(['a', 'b', 'c', 'd'].map((path) => pathNow(gone, path))).toEqual(['c', 'c', 'c', 'd']);
  });

  it('is renamed, not deleted, though the log tells both', () => {
    const gone = after(renamed('a', 'b'), written('b'), deleted('a'));
    expect(pathNow(gone, 'a')).toBe('b');
    expect(after(renamed('a', 'b'), deleted('a'), written('a'), deleted('a'))['a']?.how).toBe('deleted');
  });

  it('is none any more once there is a file again', () => {
    expect(after(deleted('a'), written('a'))).toEqual({});
    expect(after(renamed('a', 'b'), renamed('b', 'a'))).toEqual({ b: { how: 'renamed', to: 'a' } });
  });
});
