'use strict';
/**
 * Counts the builds and hot updates in progress per project, so that the service can wait until none of them reads the files it
 * is about to write.
 */

/** On a busy machine a first build takes seconds; one that hangs is ended by the service, which counts heartbeats. */
const LONGEST_WAIT_MS = 10_000;

/** @param tell called with the active projects whenever they change; if this process hangs, the service knows on which ones */
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

    /** Milliseconds since the last build or update ended; 0 while one is running. */
    quietMs: () => (counts.size > 0 ? 0 : performance.now() - lastEndedAt),

    /** Resolves when nothing is in progress for the project, including work for changes that were just reported; after 10 s in any case. */
    async settled(project) {
      // Metro starts the update for a change in a later turn: after its debounce timer of 0 ms, and ours behind it.
      for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setTimeout(resolve));
      const patience = Promise.withResolvers();
      let isOut = false;
      const timer = setTimeout(() => {
        isOut = true;
        patience.resolve();
      }, LONGEST_WAIT_MS);
      while (counts.has(project) && !isOut) await Promise.race([ended.promise, patience.promise]);
      clearTimeout(timer);
    },
  };
};
