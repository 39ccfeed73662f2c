import { describe, expect, it } from '@jest/globals';
import { filterCount, filterIn, withFilter } from './runs-filter.js';

describe('the filter of the history', () => {
  it('is what the address gives of it, in one order', () => {
    expect(filterIn(new URLSearchParams('status=failed&q= plants &other=1&model='))).toBe('q=plants&status=failed');
    expect(filterIn(new URLSearchParams('q=plants&status=failed'))).toBe('q=plants&status=failed');
  });

  it('changes by one thing at a time, and leaves the rest of the address', () => {
    const search = new URLSearchParams('q=plants&tab=2');
    expect(withFilter(search, 'status', 'failed').toString()).toBe('q=plants&tab=2&status=failed');
    expect(withFilter(search, 'q', ' ').toString()).toBe('tab=2');
    expect(search.toString()).toBe('q=plants&tab=2');
  });

  it('is counted without its words', () => {
    expect(filterCount(new URLSearchParams('q=plants&status=failed&from=2026-01-01'))).toBe(2);
  });
});
