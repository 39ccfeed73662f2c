import type { WebSocket } from 'ws';
import { CLOSE_GOING_AWAY } from './close-codes.js';

/** Closes every connection with 1001 and cuts off clients that have not closed within the grace period; resolves when all are gone. */
export async function farewell(clients: ReadonlySet<WebSocket>, graceMs: number): Promise<void> {
  const leaving = [...clients];
  const gone = leaving.map((client) => new Promise((resolve) => client.once('close', resolve)));
  for (const client of leaving)
    client.close(CLOSE_GOING_AWAY, 'The service is stopping: reconnect with after=<last seq>.');
  const cut = setTimeout(() => {
    for (const client of leaving) client.terminate();
  }, graceMs);
  await Promise.all(gone);
  clearTimeout(cut);
}
