'use strict';
/**
 * Keeps one copy of every transform result (code, source map, names) for all graphs, and frees it when no graph uses it. Wraps
 * the cache stores of Metro, which are public API. Bundles are byte-identical with and without it.
 */
const KEEPS_ALIVE = Symbol('keeps the shared result alive');

module.exports = function sharedResults(stores) {
  let reads = 0;
  return {
    stores: stores.map((store) => shared(store, () => (reads += 1))),
    hook: { name: 'shared-results', tookEffect: () => reads > 0 },
  };
};

/** The shared result behind a part of the output of a module; undefined if it did not come from a store. */
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

/** A file that another process is writing may read as zeros; Metro then transforms the module again. */
function isWhole(result) {
  return Array.isArray(result?.output) && Array.isArray(result.dependencies);
}

/** Metro modifies the results it receives, so each graph gets its own shallow copy, which keeps a reference to the shared one. */
function view(result) {
  return {
    ...result,
    output: result.output.map((part) => ({ ...part, data: { ...part.data, [KEEPS_ALIVE]: result } })),
  };
}
