import { describe, expect, it } from '@jest/globals';
import { MessageLog } from './message-log.js';

/** What a viewer at `cursor` is written until there is nothing more. */
function everythingAfter(log: MessageLog, cursor: number): string {
  const chunks: Buffer[] = [];
  for (let slice = log.after(cursor); slice; slice = log.after(slice.upTo)) chunks.push(slice.bytes);
  return Buffer.concat(chunks).toString();
}

function logOf(frames: readonly string[]): MessageLog {
  const log = new MessageLog();
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
    const slice = log.after(0);
    log.append(Buffer.from('two'));
    expect(slice?.bytes.toString()).toBe('one');
  });
});
