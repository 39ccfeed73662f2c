import { ProjectViewer } from '../support/follow-project.js';
import type { Arena } from './arena.js';
import { Random } from './random.js';

export interface CancelReport {
  readonly cancelledMs: readonly number[];
  readonly faults: readonly string[];
}

/** Cancels runs at random events, twice each time: how long until the viewer hears the end. */
export async function cancelRuns(arena: Arena, count: number, seed: number): Promise<CancelReport> {
  await arena.keepUp(1);
  const random = new Random(seed);
  const cancelledMs: number[] = [];
  const faults: string[] = [];
  for (let n = 0; n < count; n++) {
    const id = `cancel-${n}`;
    const viewer = await ProjectViewer.open(arena.first.url(), id);
    const at = random.between(3, arena.eventCount - 10);
    viewer.start('Create a recipe app called Saffron with favourites');
    await viewer.until(({ seq = 0 }) => seq >= at);
    const askedAt = performance.now();
    viewer.send({ action: 'cancel' });
    viewer.send({ action: 'cancel' });
    const { type } = await viewer.end();
    // A run that was complete before the cancel came is no sample.
    if (type === 'cancelled') cancelledMs.push(performance.now() - askedAt);
    await viewer.close();
    const ends = (await arena.facts(id)).filter(({ type: each }) => /^Run(Completed|Failed|Cancelled)$/.test(each));
    if (ends.length !== 1 || type === 'error')
      faults.push(`${id}, cancelled at event ${at}: ended ${ends.length} times with ${type}`);
  }
  return { cancelledMs, faults };
}
