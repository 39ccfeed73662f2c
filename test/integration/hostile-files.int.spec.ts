import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { FileRefused, GateUnavailable, type WorkspaceFile } from '../../src/effects/workspace/workspace.port.js';
import { GatePool } from '../../src/effects/workspace/gate/gate-pool.js';
import { Gate } from '../../src/effects/workspace/gate/gate.js';
import { testGate } from '../support/gate.js';
import { HOSTILE_DRAWINGS, HOSTILE_PICTURES } from '../support/hostile-pictures.js';
import { NESTED_CODE } from '../support/nested-code.js';

const gate = testGate();
const PLAIN = { path: 'lib/plain.ts', content: 'export const plain = 1;\n' };

/** Why the gate refuses the file; undefined where it passes. */
async function refusalOf(file: WorkspaceFile): Promise<string | undefined> {
  return gate.admit([file]).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof FileRefused) return error.message;
      throw error;
    },
  );
}

describe('code that is nested too deeply', () => {
  it.each(Object.keys(NESTED_CODE))('is refused and stops nothing where it is nested by %s', async (kind) => {
    for (const levels of [300, 6_500]) {
      const content = NESTED_CODE[kind]?.(levels) ?? '';
      expect(await refusalOf({ path: 'lib/nested.tsx', content })).toMatch(/^The file lib\/nested\.tsx.* is refused: /);
    }
    expect(await refusalOf(PLAIN)).toBeUndefined();
  });

  it('is refused where it does not even end', async () => {
    for (const part of ['[', '{a:', '(', '`${', 'A<', '<A>', '()=>', 'if(a)', 'class A{a=', '!', 'a?b:', 'new ']) {
      const content = `export const a = ${part.repeat(6_500)}`;
      expect([part, await refusalOf({ path: 'lib/nested.tsx', content })]).toEqual([part, expect.any(String)]);
    }
  });

  it('is refused as JSON as well', async () => {
    const content = `${'['.repeat(400)}${']'.repeat(400)}`;
    expect(await refusalOf({ path: 'lib/data.json', content })).toMatch(/nested more than 150 deep/);
    expect(await refusalOf({ path: 'lib/data.json', content: '['.repeat(100_000) })).toMatch(/brackets are open/);
  });
});

describe('code that takes long to read', () => {
  it.each([
    ['a comment that repeats itself', `/* ${'existing code '.repeat(18_000)}*/`],
    ['many comments that stand for code', '// ... rest of the code\n'.repeat(10_000)],
    ['as many refused imports', `import 'a';`.repeat(20_000)],
    ['one long sum', `export const a = 1${'+1'.repeat(100_000)};`],
    ['as many statements', 'a;'.repeat(120_000)],
    ['one long name', `export const ${'a'.repeat(250_000)} = 1;`],
    ['one long text', `export const a = '${'\\u0041'.repeat(40_000)}';`],
    ['half of a generic, over and over', `export const a = ${'b<c,'.repeat(60_000)}`],
    ['half of an arrow, over and over', `export const a = ${'(b,c='.repeat(50_000)}`],
    ['an expression of expressions', `export const a = /${'(a+)+'.repeat(40_000)}/;`],
  ])('is refused or passes without anybody waiting: %s', async (_, content) => {
    await refusalOf({ path: 'lib/long.tsx', content });
    expect(await refusalOf(PLAIN)).toBeUndefined();
  });

  it('is refused where it takes longer than a file may, while others are read', async () => {
    const impatient = new Gate(new GatePool({ fileMs: 1, startMs: 60_000 }));
    try {
      const slow = { path: 'lib/slow.ts', content: 'export const a = [1, 2, 3];\n'.repeat(9_000) };
      await expect(impatient.admit([slow])).rejects.toThrow(/it took more than 0\.001 s/);
    } finally {
      await impatient.stop();
    }
    await expect(impatient.admit([PLAIN])).rejects.toThrow(GateUnavailable);
  });

  it('does not keep others from being read', async () => {
    const hostile = { path: 'lib/a.ts', content: `export type T = ${'A<'.repeat(6_500)}` };
    const others = Array.from({ length: 40 }, (_, n) => ({ path: 'lib/b.ts', content: `export const b = ${n};` }));
    const outcomes = await Promise.allSettled([hostile, ...others].map((file) => gate.admit([file])));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', ...others.map(() => 'fulfilled')]);
  });
});

describe('a picture', () => {
  it.each(Object.entries(HOSTILE_PICTURES))('is refused under any name where it is %s', async (_, content) => {
    for (const kind of ['png', 'jpg', 'jpeg', 'webp', 'gif']) {
      expect(await refusalOf({ path: `assets/photo.${kind}`, content })).toMatch(/is refused: its? /);
    }
  });

  it('becomes what its name promises, without what else it held', async () => {
    const plain = sharp({ create: { width: 40, height: 20, channels: 3, background: 'teal' } });
    const jpeg = await plain
      .jpeg()
      .withExif({ IFD0: { Copyright: 'SECRET-OF-THE-PHOTO' } })
      .toBuffer();
    const trailing = Buffer.concat([jpeg, Buffer.from('icns\0\0\0\x3aic07\0\0\0\0', 'latin1')]);
    for (const kind of ['png', 'jpg', 'webp', 'gif'] as const) {
      const [admitted] = await gate.admit([{ path: `assets/photo.${kind}`, content: trailing }]);
      const bytes = Buffer.from(admitted?.content ?? '');
      expect(await sharp(bytes).metadata()).toMatchObject({
        format: kind === 'jpg' ? 'jpeg' : kind,
        width: 40,
        height: 20,
      });
      expect(bytes.includes('SECRET-OF-THE-PHOTO') || bytes.includes('icns')).toBe(false);
      // Written after it was stored, it is not encoded again.
      expect((await gate.admit([{ path: `assets/photo.${kind}`, content: bytes }]))[0]?.content).toBe(bytes);
    }
  });

  it('keeps its frames, and passes at the largest size', async () => {
    const frames = await sharp({ create: { width: 8, height: 24, channels: 4, background: 'red', pageHeight: 8 } })
      .gif({ delay: [9, 9, 9] })
      .toBuffer();
    const [animated] = await gate.admit([{ path: 'assets/moving.gif', content: frames }]);
    expect((await sharp(Buffer.from(animated?.content ?? ''), { animated: true }).metadata()).pages).toBe(
      (await sharp(frames, { animated: true }).metadata()).pages,
    );
    const large = await sharp({ create: { width: 4_096, height: 4_096, channels: 3, background: 'navy' } })
      .png()
      .toBuffer();
    expect(await refusalOf({ path: 'assets/large.png', content: large })).toBeUndefined();
  });
});

describe('a drawing', () => {
  it.each(Object.entries(HOSTILE_DRAWINGS))('is refused where it holds %s', async (_, content) => {
    expect(await refusalOf({ path: 'assets/logo.svg', content })).toMatch(/^The file assets\/logo\.svg is refused: /);
  });

  it('is written anew from what it draws', async () => {
    const content = `<?xml version="1.0"?>
<!-- a comment --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">
<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
<path d="M0 0h9v9z" fill="url(#g)" stroke='a"b&lt;'/><use xlink:href="#g"/><text>1 &lt; 2</text></svg>`;
    const [admitted] = await gate.admit([{ path: 'assets/logo.svg', content }]);
    const text = String(admitted?.content);
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 9 9">/);
    expect(text).toContain(
      '<path d="M0 0h9v9z" fill="url(#g)" stroke="a&quot;b&lt;"></path><use href="#g"></use><text>1 &lt; 2</text>',
    );
    expect(text).not.toMatch(/comment|xml version|xlink/);
  });
});

describe('a font', () => {
  it.each([
    ['of no kind', Buffer.from('wOF2 and more of it')],
    [
      'that is cut off',
      Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 1]), Buffer.alloc(14), Buffer.from([0, 0, 255, 255, 0, 0, 255, 255])]),
    ],
    ['of a thousand tables', Buffer.concat([Buffer.from([0, 1, 0, 0, 3, 232]), Buffer.alloc(100)])],
  ])('is refused where it is one %s', async (_, content) => {
    expect(await refusalOf({ path: 'assets/letters.ttf', content })).toMatch(/is refused: it/);
  });
});
