import { describe, expect, it } from '@jest/globals';
import { isTrusted } from './origins.js';

const LOCAL = ['http://localhost:*', 'http://[::1]:*', 'https://app.example.org'];
/** Generated code: below localhost, and at localhost's port 8001. */
const isGenerated = ({ hostname, port }: URL): boolean => hostname.endsWith('.localhost') || port === '8001';

describe('an origin', () => {
  it.each([
    ['http://localhost:5173', true],
    ['http://localhost', true],
    ['http://[::1]:8000', true],
    ['https://app.example.org', true],
    ['null', false],
    ['https://localhost:5173', false],
    ['http://todo.localhost:8000', false],
    ['http://localhost:8001', false],
    ['http://localhost:5173, http://evil.org', false],
    ['http://localhost.evil.org', false],
    ['http://localhost:80.evil.org', false],
    ['http://localhost:', false],
    ['https://app.example.org:444', false],
    ['http://app.example.org', false],
    ['', false],
  ])('%s is trusted: %s', (origin, expected) => {
    expect(isTrusted(origin, { patterns: LOCAL, isGenerated })).toBe(expected);
  });

  it('may be any with "*", except where generated code runs', () => {
    const anyPage = { patterns: ['*'], isGenerated };
    expect(isTrusted('https://anything.example', anyPage)).toBe(true);
    expect(isTrusted('http://todo.localhost:8000', anyPage)).toBe(false);
  });

  it('is trusted wherever it is listed by its whole name', () => {
    expect(isTrusted('null', { patterns: ['null'], isGenerated })).toBe(true);
    expect(isTrusted('http://todo.localhost:3000', { patterns: ['http://todo.localhost:3000'], isGenerated })).toBe(
      true,
    );
  });
});
