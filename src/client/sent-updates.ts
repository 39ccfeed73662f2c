import type { Update } from '@codemirror/collab';

/** Limit for a message's updates, in UTF-8: the service closes the connection (1009) on messages over 64 kB. */
const MAX_BYTES = 60_000;

/** An update as it is sent. */
interface Sent {
  readonly client_id: string;
  readonly changes: (number | (number | string)[])[];
}

/** As many of the updates as fit into a message; none if even the first does not. */
export function firstOf(updates: readonly Update[]): Sent[] {
  const sent: Sent[] = [];
  let bytes = 0;
  for (const update of updates) {
    bytes += bytesOf(update);
    if (bytes > MAX_BYTES) break;
    sent.push(sentUpdate(update));
  }
  return sent;
}

export function fitsAMessage(update: Update): boolean {
  return bytesOf(update) <= MAX_BYTES;
}

function sentUpdate({ clientID, changes }: Update): Sent {
  return { client_id: clientID, changes: changes.toJSON() as Sent['changes'] };
}

function bytesOf(update: Update): number {
  return new TextEncoder().encode(JSON.stringify(sentUpdate(update))).length;
}
