import { describe, expect, it } from '@jest/globals';
import { readPicture } from './picture-answer.js';

const base64 = (bytes: string, length = bytes.length): string =>
  Buffer.concat([Buffer.from(bytes, 'latin1'), Buffer.alloc(length - bytes.length)]).toString('base64');

describe('the answer to an image prompt', () => {
  it.each([
    ['png', '\x89PNG\r\n\x1a\n rest'],
    ['jpeg', '\xff\xd8\xff\xe0 rest'],
    ['webp', 'RIFF\x10\n\x00\x00WEBPVP8 '],
  ])('is a %s by its first bytes', (kind, bytes) => {
    expect(readPicture(base64(bytes))).toEqual({ kind, content: Buffer.from(bytes, 'latin1') });
  });

  it.each([
    ['a drawing with a script', '<svg><script>alert(1)</script></svg>'],
    ['a GIF', 'GIF89a'],
    ['a RIFF of another kind', 'RIFF\x10\x00\x00\x00WAVEfmt '],
    ['nothing', ''],
  ])('is refused where it is %s', (_, bytes) => {
    expect(readPicture(base64(bytes))).toEqual({ problem: 'it is no PNG, JPEG or WebP.' });
  });

  it('is refused where it is larger than any icon has to be', () => {
    const png = '\x89PNG\r\n\x1a\n';
    expect(readPicture(base64(png, 4 * 1024 * 1024))).toMatchObject({ kind: 'png' });
    expect(readPicture(base64(png, 4 * 1024 * 1024 + 1))).toEqual({ problem: 'it has more than 4 MB.' });
  });
});
