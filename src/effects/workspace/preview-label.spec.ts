import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { pastLabelPattern, pastOfLabel, previewLabel } from './preview-label.js';

const projectId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

describe('the preview label of a project', () => {
  it('is the id itself where that is a lower-case DNS label', () => {
    expect(previewLabel('fitness-app-7')).toBe('fitness-app-7');
    expect(previewLabel('a')).toBe('a');
  });

  it.each(['My_App', 'UPPER', 'ends-', 'x_y', 'a'.repeat(64), 'xn--bcher-kva', '_', '---'])(
    'is a slug with a hash for %s',
    (id) => {
      expect(previewLabel(id)).toMatch(/^[a-z0-9][a-z0-9-]*-h[0-9a-f]{16}$/);
    },
  );

  it('keeps ids apart that differ only in case or punctuation', () => {
    const labels = ['My_App', 'my-app', 'My-App', 'my_app', 'MY-APP'].map(previewLabel);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('of a past version says which, and no project can have it', () => {
    expect(previewLabel('demo@12')).toBe('demo--at-12');
    expect(pastOfLabel('demo--at-12')).toEqual({ label: 'demo', seq: 12 });
    expect(previewLabel('demo--at-12')).not.toBe('demo--at-12');
    expect(pastOfLabel(previewLabel('demo--at-12'))).toBeUndefined();
    expect(pastOfLabel('demo')).toBeUndefined();
  });

  it('of a past version is a label of DNS too, however long the id is', () => {
    fc.assert(
      fc.property(projectId, fc.integer({ min: 1, max: 999_999_999 }), (id, seq) => {
        const label = previewLabel(`${id}@${seq}`);
        expect(label).toMatch(/^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/);
        expect(pastOfLabel(label)?.seq).toBe(seq);
        expect(pastLabelPattern(id).replace('{seq}', String(seq))).toBe(label);
      }),
    );
  });

  it('cannot be taken by an id that imitates the hashed label of another', () => {
    const victim = previewLabel('My_App');
    expect(previewLabel(victim)).not.toBe(victim);
  });

  it('is always a DNS label, and the same for the same id', () => {
    fc.assert(
      fc.property(projectId, (id) => {
        expect(previewLabel(id)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
        expect(previewLabel(id)).toBe(previewLabel(id));
      }),
    );
  });

  it('differs for different ids', () => {
    fc.assert(
      fc.property(fc.uniqueArray(projectId, { maxLength: 50 }), (ids) => {
        expect(new Set(ids.map(previewLabel)).size).toBe(ids.length);
      }),
    );
  });
});
