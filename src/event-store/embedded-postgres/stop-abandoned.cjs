'use strict';
/**
 * `stop-abandoned.cjs <plan>`: a service of the embedded Postgres has died without a goodbye. Unless another one uses the server, or
 * comes within the grace time, it is stopped in Postgres' own way, which loses nothing. Run by watch.ts.
 */
const { readFileSync, rmdirSync } = require('node:fs');
const { setTimeout: sleep } = require('node:timers/promises');
const { Client } = require('pg');

const TRIES = 100;
const PAUSE_MS = 250;

const { lockFile, user, port, servicesLock, graceMs } = JSON.parse(process.argv[2] ?? '{}');

void main();

async function main() {
  await sleep(graceMs);
  for (let tries = 0; tries < TRIES; tries++) {
    const [pid, , , , host] = readLines();
    // No lock file: somebody has stopped it. Nobody listens: it was killed as well.
    const outcome = host === undefined ? 'gone' : await stopUnlessUsed(Number(pid), { host, port, user });
    if (outcome !== 'busy') return;
    await sleep(PAUSE_MS);
  }
}

/** @returns 'busy' while it starts, recovers or stops */
async function stopUnlessUsed(pid, address) {
  const client = new Client({ ...address, database: 'postgres', ssl: false, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // its end, which we have asked for
  try {
    await client.connect();
    // Held until the server has ended, so that newcomers wait (membership.ts).
    const { rows } = await client.query('select pg_try_advisory_lock($1) as "isLast"', [servicesLock]);
    if (!rows[0].isLast) return 'used';
    process.kill(pid, 'SIGINT');
    while (readLines()[0] === String(pid)) await sleep(PAUSE_MS);
    removeWhenEmpty(address.host);
    return 'stopped';
  } catch (error) {
    return error.code === '57P03' ? 'busy' : 'gone';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Postgres' lock file, or nothing where there is none. */
function readLines() {
  try {
    return readFileSync(lockFile, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function removeWhenEmpty(folder) {
  try {
    rmdirSync(folder);
  } catch {
    // A newcomer uses it already.
  }
}
