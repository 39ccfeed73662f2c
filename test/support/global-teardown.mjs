import { once } from 'node:events';

/** Ends the keeper process by closing its stdin; it stops the server and removes the folder. */
export default async function tearDown() {
  const keeper = globalThis.databaseServerKeeper;
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  const ended = once(keeper, 'exit');
  keeper.stdin.end();
  await ended;
}
