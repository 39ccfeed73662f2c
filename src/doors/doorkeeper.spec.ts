import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Doorkeeper } from './doorkeeper.js';

const doorkeeper = new Doorkeeper({
  names: ['firstlight.example.org', '192.168.1.5'],
  isSite: (name) => /^[a-z0-9-]+(?:\.share)?\.localhost$/.test(name),
  isSitePort: (port) => port === 8001,
  corsOrigins: ['http://localhost:*', 'http://127.0.0.1:*', 'https://tools.example.org'],
});

interface Asked {
  readonly method?: string;
  readonly url?: string;
  /** Header lines in order; a Host of `localhost:8000` where none is given. */
  readonly lines?: readonly (readonly [string, string])[];
}

/** What Node's parser makes of the lines: the first Host wins, other doubles are joined. */
function request({ method = 'GET', url = '/', lines = [] }: Asked): IncomingMessage {
  const all = lines.some(([name]) => name === 'Host') ? lines : [['Host', 'localhost:8000'] as const, ...lines];
  const headers: Record<string, string> = {};
  for (const [name, value] of all) {
    const known = headers[name.toLowerCase()];
    if (known === undefined) headers[name.toLowerCase()] = value;
    else if (name !== 'Host') headers[name.toLowerCase()] = `${known}, ${value}`;
  }
  return { method, url, headers, rawHeaders: all.flat() } as unknown as IncomingMessage;
}

function admitted(asked: Asked): string | number {
  const decision = doorkeeper.admit(request(asked));
  return typeof decision === 'string' ? decision : decision.status;
}

const host = (value: string): Asked => ({ lines: [['Host', value]] });

describe('the Host of a request', () => {
  it.each([
    'localhost',
    'localhost:8000',
    'LocalHost:8000',
    'localhost.:8000',
    'localhost:',
    'localhost:9999',
    '127.0.0.1:8000',
    '127.8.9.10',
    '[::1]:8000',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]:8000',
    'firstlight.example.org',
    'FIRSTLIGHT.example.org.:443',
    '192.168.1.5:8000',
  ])('may be %s', (value) => {
    expect(admitted(host(value))).toBe('service');
  });

  it.each(['todo.localhost:8000', 'TODO.LOCALHOST:8000', 'todo.localhost.:8000', 'todo.share.localhost'])(
    'is a preview’s or a shared app’s: %s',
    (value) => {
      expect(admitted(host(value))).toBe('site');
    },
  );

  it.each([
    'evil.example:8000',
    'localhost.evil.example',
    'evil-localhost',
    'a.b.localhost',
    'localhost..',
    '.localhost',
    '127.0.0.1.evil.example',
    '127.0.0.1.nip.io:8000',
    '0.0.0.0:8000',
    '[::]:8000',
    '[::ffff:10.0.0.1]',
    '192.168.1.6',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    'localhost@evil.example',
    'evil.example@localhost',
    'localhost/evil.example',
    'localhost,evil.example',
    'localhost evil.example',
    'localhost:80:80',
    'localhost:8000x',
    '[::1',
    '[fe80::1%lo]',
    '%6cocalhost',
    'ｌocalhost',
    'xn--ocalhost-',
    '',
  ])('is refused with 421: %s', (value) => {
    expect(admitted(host(value))).toBe(421);
  });

  it('is refused where there are two, or none', () => {
    expect(
      admitted({
        lines: [
          ['Host', 'localhost'],
          ['Host', 'evil.example'],
        ],
      }),
    ).toBe(421);
    expect(
      admitted({
        lines: [
          ['Host', 'localhost'],
          ['Host', 'localhost'],
        ],
      }),
    ).toBe(421);
    const without = { method: 'GET', url: '/', headers: {}, rawHeaders: [] } as unknown as IncomingMessage;
    expect(doorkeeper.admit(without)).toMatchObject({ status: 421 });
  });

  it.each([
    ['http://localhost:8000/health?a=1', 'service'],
    ['HTTP://LOCALHOST:8000', 'service'],
    ['http://evil.example/health', 421],
    ['http://localhost:8000@evil.example/', 421],
    ['http://localhost:9000/', 421],
    ['http://todo.localhost:8000/', 421],
    ['ftp://localhost:8000/', 421],
    ['localhost:8000/', 421],
    ['*', 'service'],
  ])('must be that of an absolute target: %s', (url, expected) => {
    expect(admitted({ url })).toBe(expected);
  });

  it('is what the service goes on with, in one spelling, and the path of an absolute target', () => {
    const asked = request({ url: 'http://localhost:8000/a?b', lines: [['Host', 'LOCALHOST.:8000']] });
    doorkeeper.admit(asked);
    expect([asked.headers.host, asked.url]).toEqual(['localhost:8000', '/a?b']);
  });

  it('is not taken from what a proxy forwarded', () => {
    expect(
      admitted({
        lines: [
          ['Host', 'evil.example'],
          ['X-Forwarded-Host', 'localhost'],
        ],
      }),
    ).toBe(421);
    expect(
      admitted({
        lines: [
          ['X-Forwarded-Host', 'evil.example'],
          ['Forwarded', 'host=evil.example'],
        ],
      }),
    ).toBe('service');
  });

  it('never lets a name in that only looks like one of ours', () => {
    const ours = ['localhost', '[::1]', 'firstlight.example.org'];
    const tail = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !/^(?:\.?(?::\d{0,5})?)$/.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...ours), tail, (name, more) => {
        expect(admitted(host(`${name}${more}`))).not.toBe('service');
      }),
      {
        numRuns: 2_000,
        examples: [
          ['localhost', '\0'],
          ['localhost', '.evil'],
          ['127.0.0.1', '0.evil'],
        ],
      },
    );
  });
});

describe('a request that changes something', () => {
  const change = (...lines: [string, string][]): string | number => admitted({ method: 'POST', lines });

  it.each<[string, [string, string][]]>([
    ['a program', []],
    [
      'a page of the service',
      [
        ['Origin', 'http://localhost:8000'],
        ['Sec-Fetch-Site', 'same-origin'],
      ],
    ],
    [
      'a page of another port of localhost',
      [
        ['Origin', 'http://localhost:5173'],
        ['Sec-Fetch-Site', 'same-site'],
      ],
    ],
    [
      'a page that CORS_ORIGINS names',
      [
        ['Origin', 'https://tools.example.org'],
        ['Sec-Fetch-Site', 'cross-site'],
      ],
    ],
    ['the address bar', [['Sec-Fetch-Site', 'none']]],
    [
      'a page at the public URL',
      [
        ['Host', 'firstlight.example.org'],
        ['Origin', 'https://firstlight.example.org'],
      ],
    ],
    [
      'a page at [::1]',
      [
        ['Host', '[::1]:8000'],
        ['Origin', 'http://[::1]:8000'],
      ],
    ],
  ])('may come from %s', (_who, lines) => {
    expect(change(...lines)).toBe('service');
  });

  it.each<[string, [string, string][]]>([
    ['another site', [['Origin', 'https://evil.example']]],
    ['a sandboxed frame, or a file', [['Origin', 'null']]],
    [
      'a preview',
      [
        ['Origin', 'http://todo.localhost:8000'],
        ['Sec-Fetch-Site', 'cross-site'],
      ],
    ],
    ['a shared app', [['Origin', 'http://todo.share.localhost:8000']]],
    ['a preview on the phone’s port of this machine', [['Origin', 'http://localhost:8001']]],
    ['the same by its address', [['Origin', 'http://127.0.0.1:8001']]],
    [
      'the phone’s port of the host by which phones reach it',
      [
        ['Host', '192.168.1.5:8000'],
        ['Origin', 'http://192.168.1.5:8001'],
      ],
    ],
    ['another site whose browser hides the origin', [['Sec-Fetch-Site', 'cross-site']]],
    ['a neighbour whose browser hides the origin', [['Sec-Fetch-Site', 'same-site']]],
    [
      'two origins',
      [
        ['Origin', 'http://localhost:8000'],
        ['Origin', 'https://evil.example'],
      ],
    ],
    ['an empty origin', [['Origin', '']]],
    ['a host that begins like ours', [['Origin', 'http://localhost:8000.evil.example']]],
    ['an extension', [['Origin', 'chrome-extension://localhost']]],
    ['another scheme of the same host', [['Origin', 'ftp://localhost:8000']]],
  ])('may not come from %s', (_who, lines) => {
    expect(change(...lines)).toBe(403);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'post', ''])('is every method but those that read: %s', (method) => {
    expect(admitted({ method, lines: [['Origin', 'null']] })).toBe(403);
  });

  it('is an upgrade too', () => {
    expect(
      admitted({
        lines: [
          ['Upgrade', 'WebSocket'],
          ['Origin', 'null'],
        ],
      }),
    ).toBe(403);
    expect(admitted({ lines: [['Upgrade', 'websocket']] })).toBe('service');
  });
});

describe('a request that only reads', () => {
  it('comes in from anywhere: CORS keeps the answer from scripts that are not trusted', () => {
    expect(
      admitted({
        lines: [
          ['Origin', 'https://evil.example'],
          ['Sec-Fetch-Site', 'cross-site'],
        ],
      }),
    ).toBe('service');
    expect(['null', 'http://todo.localhost:8000', 'http://localhost:8001'].map((o) => doorkeeper.trusts(o))).toEqual([
      false,
      false,
      false,
    ]);
    expect(doorkeeper.trusts('http://localhost:5173')).toBe(true);
  });
});
