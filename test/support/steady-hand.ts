import type { Random } from './edit-party.js';

/** For a {@link Person} who deletes nothing and whose responses get lost only if the process ends. */
export const steadyHand: Random = (below) => (below === 10 ? 9 : 1 + Math.floor(Math.random() * (below - 1)));
