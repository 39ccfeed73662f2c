'use strict';
/**
 * `stop-abandoned.cjs <plan>`, run by watch.ts when a service died without leaving the embedded Postgres. Shuts the server down
 * in the regular way, which loses nothing, unless another service uses it or joins within the grace time.
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
    // No lock file: the server was stopped already. Nobody listening: it was killed as well.
    const outcome = host === undefined ? 'gone' : await stopUnlessUsed(Number(pid), { host, port, user });
    if (outcome !== 'busy') return;
    await sleep(PAUSE_MS);
  }
}

/** @returns `busy` while the server starts, recovers or stops */
async function stopUnlessUsed(pid, address) {
  const client = new Client({ ...address, database: 'postgres', ssl: false, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // the server ends the connection when it stops, as requested
  try {
    await client.connect();
    // Held until the server has stopped, so that new services wait (membership.ts).
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

/** The lines of the lock file, or none if it does not exist. */
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
    // A new service is already using it.
  }
}
