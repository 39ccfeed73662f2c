import { describe, expect, it } from '@jest/globals';
import { isOriginAllowed } from './origins.js';

const LOCAL = ['http://localhost:*', 'http://[::1]:*', 'https://app.example.org', 'null'];

describe('an origin', () => {
  it.each([
    ['http://localhost:5173', true],
    ['http://localhost', true],
    ['http://[::1]:8000', true],
    ['https://app.example.org', true],
    ['null', true],
    [undefined, true],
    ['https://localhost:5173', false],
    ['http://todo.localhost:8000', false],
    ['http://localhost.evil.org', false],
    ['http://localhost:80.evil.org', false],
    ['http://localhost:', false],
    ['https://app.example.org:444', false],
    ['http://app.example.org', false],
    ['', false],
  ])('%s is allowed: %s', (origin, isAllowed) => {
    expect(isOriginAllowed(origin, LOCAL)).toBe(isAllowed);
  });

  it('is refused where none is listed, unless there is no page behind the request', () => {
    expect(isOriginAllowed('null', [])).toBe(false);
    expect(isOriginAllowed(undefined, [])).toBe(true);
  });

  it('may be any with "*"', () => {
    expect(isOriginAllowed('https://anything.example', ['*'])).toBe(true);
  });
});
