'use strict';
/**
 * One copy of every transform result (code, source map, names) for all graphs, freed when no graph uses it. Wraps Metro's
 * cache stores, which is public API; bundles are byte-identical with and without.
 */
const KEEPS_ALIVE = Symbol('keeps the shared result alive');

module.exports = function sharedResults(stores) {
  let reads = 0;
  return {
    stores: stores.map((store) => shared(store, () => (reads += 1))),
    hook: { name: 'shared-results', tookEffect: () => reads > 0 },
  };
};

/** What stands for a transform result in all graphs; undefined for one that came from no store. @param part of a module's output */
module.exports.sharedOf = (part) => part.data[KEEPS_ALIVE];

function shared(store, onRead) {
  const results = new Map();
  const collected = new FinalizationRegistry((key) => {
    if (!results.get(key)?.deref()) results.delete(key);
  });
  return {
    name: 'firstlight-shared',
    clear: () => store.clear(),
    set: (key, result) => store.set(key, result),
    async get(key) {
      onRead();
      const name = key.toString('latin1');
      const known = results.get(name)?.deref();
      if (known) return view(known);
      const result = await store.get(key);
      if (!isWhole(result)) return null;
      results.set(name, new WeakRef(result));
      collected.register(result, name);
      return view(result);
    },
  };
}

/** What another process is just writing to the same file may read as a buffer of zeros; Metro then transforms anew. */
function isWhole(result) {
  return Array.isArray(result?.output) && Array.isArray(result.dependencies);
}

/** Metro writes to the result it is given, so each graph gets its own shallow copy that points to the shared one. */
function view(result) {
  return {
    ...result,
    output: result.output.map((part) => ({ ...part, data: { ...part.data, [KEEPS_ALIVE]: result } })),
  };
}
