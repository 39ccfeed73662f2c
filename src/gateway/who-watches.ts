import type { Watching } from '../contract/messages/aside.js';
import { colorOf } from '../editing/cursors.js';

/** How many names fit into a notice between instances. */
const MAX_NAMES = 25;

/** @param userIds one per viewer; undefined: it gave no name */
export function watchingOf(userIds: Iterable<string | undefined>): Watching {
  const counts = new Map<string, number>();
  let viewers = 0;
  for (const userId of userIds) {
    viewers += 1;
    if (userId !== undefined) counts.set(userId, (counts.get(userId) ?? 0) + 1);
  }
  const people = [...counts].slice(0, MAX_NAMES).map(([user_id, connections]) => ({
    user_id,
    color: colorOf(user_id),
    connections,
  }));
  return { viewers, people };
}

/** The viewers of all instances together. */
export function together(instances: Iterable<Watching>): Watching {
  const people = new Map<string, Watching['people'][number]>();
  let viewers = 0;
  for (const watching of instances) {
    viewers += watching.viewers;
    for (const { user_id, color, connections } of watching.people) {
      people.set(user_id, { user_id, color, connections: connections + (people.get(user_id)?.connections ?? 0) });
    }
  }
  return { viewers, people: [...people.values()] };
}
