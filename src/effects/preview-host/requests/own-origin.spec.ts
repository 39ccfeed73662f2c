import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';

import { isFromOwnOrigin } from './own-origin.js';

const says = (headers: object): boolean =>
  isFromOwnOrigin({ headers: { host: 'mine.localhost:8000', ...headers } } as IncomingMessage);

describe('a request for what only the preview’s page may read', () => {
  it.each([
    ['no page at all', {}],
    ['its own page', { origin: 'http://mine.localhost:8000', 'sec-fetch-site': 'same-origin' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['its own page through a tunnel', { host: 'x.ngrok.app', origin: 'https://x.ngrok.app' }],
    ['its own page at the default port', { host: 'x.example:80', origin: 'http://x.example' }],
  ])('may come from %s', (_, headers) => {
    expect(says(headers)).toBe(true);
  });

  it.each([
    ['another site', { origin: 'http://evil.example' }],
    ['another preview', { origin: 'http://other.localhost:8000' }],
    ['another port', { origin: 'http://mine.localhost:8001' }],
    ['an opaque origin', { origin: 'null' }],
    ['an empty origin', { origin: '' }],
    ['a file', { origin: 'file://' }],
    ['a page that only says no-cors', { 'sec-fetch-site': 'cross-site' }],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['a page where no host is named', { host: undefined, origin: 'http://mine.localhost:8000' }],
  ])('may not come from %s', (_, headers) => {
    expect(says(headers)).toBe(false);
  });
});
