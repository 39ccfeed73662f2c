import { describe, expect, it } from '@jest/globals';
import { isDatabaseAway } from './database-away.js';

const withCode = (code: string, message = 'failed') => Object.assign(new Error(message), { code });

describe('a lost database', () => {
  it.each([
    ['the socket', withCode('ECONNREFUSED')],
    ['Postgres while it stops', withCode('57P01')],
    ['Prisma', withCode('P1001')],
    ['the pool', new Error('timeout exceeded when trying to connect')],
    ['a dying connection', new Error('Connection terminated unexpectedly')],
    ['both address families', new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')])],
    ['an error around it', new Error('Query failed', { cause: withCode('08006') })],
  ])('is known by what %s says', (_who, error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each([
    ['a broken rule', withCode('23505')],
    ['a mistake of ours', new TypeError('x is undefined')],
    ['no error at all', 'ECONNREFUSED'],
  ])('is not taken for %s', (_what, error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });

  it('does not follow a circle of causes for ever', () => {
    const error = new Error('round');
    error.cause = error;
    expect(isDatabaseAway(error)).toBe(false);
  });
});
