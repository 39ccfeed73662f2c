import { describe, expect, it } from '@jest/globals';
import { MessageLog, type Slice } from './message-log.js';

/** What a viewer at `cursor` is written until there is nothing more. */
function everythingAfter(log: MessageLog, cursor: number): string {
  const chunks: Buffer[] = [];
  for (let slice = kept(log, cursor); slice; slice = kept(log, slice.upTo)) chunks.push(slice.bytes);
  return Buffer.concat(chunks).toString();
}

function kept(log: MessageLog, cursor: number): Slice | undefined {
  const slice = log.after(cursor);
  if (slice === 'forgotten') throw new Error(`What is beyond ${cursor} is forgotten.`);
  return slice;
}

function logOf(frames: readonly string[], log = new MessageLog()): MessageLog {
  for (const frame of frames) log.append(Buffer.from(frame));
  return log;
}

describe('the message log', () => {
  it('has nothing at first', () => {
    expect(new MessageLog().head).toBe(0);
    expect(new MessageLog().after(0)).toBeUndefined();
  });

  it('gives what is beyond a cursor, and nothing beyond its head', () => {
    const log = logOf(['one', 'two', 'three']);
    expect(log.head).toBe(3);
    expect(everythingAfter(log, 0)).toBe('onetwothree');
    expect(everythingAfter(log, 2)).toBe('three');
    expect(log.after(3)).toBeUndefined();
    expect(log.after(99)).toBeUndefined();
  });

  it('gives the same from every cursor, however many pieces of memory it spans', () => {
    const frames = Array.from({ length: 3_000 }, (_, index) => `<${index}:${'x'.repeat((index * 37) % 300)}>`);
    const log = logOf(frames);
    for (let cursor = 0; cursor < frames.length; cursor += 97) {
      expect(everythingAfter(log, cursor)).toBe(frames.slice(cursor).join(''));
    }
  });

  it('takes a message that is larger than any piece of memory', () => {
    const large = 'y'.repeat(200_000);
    expect(everythingAfter(logOf(['a', large, 'b']), 0)).toBe(`a${large}b`);
  });

  it('leaves a slice that was handed out as it is when more is appended', () => {
    const log = logOf(['one']);
    const slice = kept(log, 0);
    log.append(Buffer.from('two'));
    expect(slice?.bytes.toString()).toBe('one');
  });

  it('keeps the newest messages, gives the same of them, and says that it has forgotten the others', () => {
    const frames = Array.from({ length: 9_000 }, (_, index) => `<${index}:${'x'.repeat(100)}>`);
    const log = logOf(frames, new MessageLog(2_000));
    expect(everythingAfter(log, 7_000)).toBe(frames.slice(7_000).join(''));
    expect(log.after(6_000)).toBe('forgotten');
    expect(log.after(0)).toBe('forgotten');
  });

  it('may begin anywhere in the stream', () => {
    const log = new MessageLog();
    log.begin(41);
    expect([log.after(41), log.after(40)]).toEqual([undefined, 'forgotten']);
    log.append(Buffer.from('the 42nd'));
    expect([log.head, everythingAfter(log, 41)]).toEqual([42, 'the 42nd']);
  });
});
