'use strict';
/** Builds and hot updates under way, by project, so that the service can wait until none reads the files it is about to write. */
const LONGEST_WAIT_MS = 2_000;

/** @param tell called with the projects at work, whenever they change: should this process hang, the service knows on what */
module.exports = function inProgress(tell) {
  const counts = new Map();
  let ended = Promise.withResolvers();
  let lastEndedAt = performance.now();

  return {
    begin(project) {
      counts.set(project, (counts.get(project) ?? 0) + 1);
      tell([...counts.keys()]);
    },

    end(project) {
      const left = (counts.get(project) ?? 0) - 1;
      if (left > 0) counts.set(project, left);
      else counts.delete(project);
      lastEndedAt = performance.now();
      tell([...counts.keys()]);
      ended.resolve();
      ended = Promise.withResolvers();
    },

    /** Milliseconds in which nothing was built or updated for anybody. */
    quietMs: () => (counts.size > 0 ? 0 : performance.now() - lastEndedAt),

    /** Resolves when nothing is under way for the project, changes told just now included; after 2 s in any case. */
    async settled(project) {
      // Metro begins the update for a change in a later turn: its debounce is a timer of 0 ms, and so is ours behind it.
      for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setTimeout(resolve));
      const patience = AbortSignal.timeout(LONGEST_WAIT_MS);
      const outOfPatience = new Promise((resolve) => patience.addEventListener('abort', resolve, { once: true }));
      while (counts.has(project) && !patience.aborted) await Promise.race([ended.promise, outOfPatience]);
    },
  };
};
