import { describe, expect, it } from '@jest/globals';
import { encodeEventData } from './event-data.js';

describe('the JSON text of an event’s data', () => {
  it('is what JSON.stringify gives for ordinary data', () => {
    const data = { prompt: 'R&D "tracker" \\ \n é 🎉', n: 1.5, list: [true, null] };
    expect(encodeEventData(data)).toBe(JSON.stringify(data));
  });

  it('replaces NUL and half an emoji, which jsonb refuses', () => {
    const half = '🎉'.slice(0, 1);
    expect(JSON.parse(encodeEventData({ text: `a\0b${half}c` }))).toEqual({ text: 'a\ufffdb\ufffdc' });
  });

  it('keeps text that only looks like an escape', () => {
    const data = { text: '\\u0000 and \\ud800', path: 'C:\\udata' };
    expect(JSON.parse(encodeEventData(data))).toEqual(data);
    expect(JSON.parse(encodeEventData({ ...data, nul: '\\\0' }))).toEqual({ ...data, nul: '\\\ufffd' });
  });
});
