import type { Random } from './edit-party.js';

/** For a {@link Person} who takes nothing out again and whose answers never get lost, but by the end of its process. */
export const steadyHand: Random = (below) => (below === 10 ? 9 : 1 + Math.floor(Math.random() * (below - 1)));
