import { describe, expect, it } from '@jest/globals';
import { isDatabaseAway } from './database-away.js';

const withCode = (code: string, message = 'failed') => Object.assign(new Error(message), { code });

/** An error of `pg` as Prisma 7 wraps it, recorded from a server that answers this way. */
const fromPrisma = (code: string, cause: object) =>
  Object.assign(withCode(code, 'Invalid `prisma.preset.findMany()` invocation'), {
    meta: { modelName: 'Preset', driverAdapterError: { name: 'DriverAdapterError', cause } },
  });

describe('a lost database', () => {
  it.each([
    ['the socket', withCode('ECONNREFUSED')],
    ['Postgres while it stops', withCode('57P01')],
    ['Prisma', withCode('P1001')],
    ['the pool', new Error('timeout exceeded when trying to connect')],
    ['a dying connection', new Error('Connection terminated unexpectedly')],
    ['both address families', new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')])],
    ['Postgres that starts, inside Prisma', fromPrisma('P2039', { originalCode: '57P03', kind: 'postgres' })],
    ['Postgres that stops, inside Prisma', fromPrisma('P2039', { originalCode: '57P01', kind: 'postgres' })],
    ['Postgres without disk, inside Prisma', fromPrisma('P2039', { originalCode: '53100', kind: 'postgres' })],
    ['an adapter without an address', fromPrisma('P9999', { kind: 'DatabaseNotReachable' })],
    ['a pool that is used up', withCode('P2024')],
    ['a socket that is not there', Object.assign(withCode('ENOENT'), { syscall: 'connect' })],
    ['the same inside Prisma', withCode('ENOENT', 'connect ENOENT /tmp/firstlight-1/.s.PGSQL.5432')],
    ['too many connections', withCode('53300')],
    ['the log', withCode('log_unavailable')],
    ['an error around it', new Error('Query failed', { cause: withCode('08006') })],
  ])('is known by what %s says', (_who, error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each([
    ['a broken rule', withCode('23505')],
    ['the same inside Prisma', fromPrisma('P2039', { originalCode: '23514', kind: 'postgres' })],
    ['a file that is not there', Object.assign(withCode('ENOENT', "ENOENT: open 'a'"), { syscall: 'open' })],
    ['a file that may not be read', Object.assign(withCode('EACCES'), { syscall: 'open' })],
    ['a full disk of ours', withCode('ENOSPC')],
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
