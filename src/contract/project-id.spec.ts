import { describe, expect, it } from '@jest/globals';
import { isProjectId, newProjectId, PROJECT_ID_BYTES } from './project-id.js';

describe('a new project id', () => {
  it('is a project id and a DNS label that shows five bits of every byte', () => {
    const bytes = Uint8Array.from({ length: PROJECT_ID_BYTES }, (_, n) => n * 13);
    const id = newProjectId(bytes);
    expect(isProjectId(id)).toBe(true);
    expect(id).toMatch(/^app-[a-z2-7]{20}$/);
    for (let at = 0; at < bytes.length; at++) {
      const others = new Set<string>();
      for (let value = 0; value < 256; value++) others.add(newProjectId(bytes.with(at, value)));
      expect(others.size).toBe(32);
    }
  });

  it('is not made of too little chance', () => {
    expect(() => newProjectId(new Uint8Array(4))).toThrow(RangeError);
  });
});
