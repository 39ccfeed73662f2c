'use strict';
/**
 * Makes the live updates of a page start where its bundle ended. Metro registers a page at the latest revision and gives a change
 * to whoever asks first, so a page that is still loading would wait for modules it never gets. Here builds of a graph run one at
 * a time, the page names its load in the address of the bundle, and a page that is behind is told to reload.
 */
const { AsyncLocalStorage } = require('node:async_hooks');

const REVISION_HEADER = 'X-Metro-Delta-ID';
const MAX_LOADS = 2_000;
const NO_REVISION = 'none';

module.exports = function pageRevisions({ IncrementalBundler }, config) {
  const { updateGraph, getRevisionByGraphId } = IncrementalBundler.prototype;
  const asking = new AsyncLocalStorage();
  const revisionOfLoad = new Map();
  const lastTurns = new WeakMap();
  let lookups = 0;

  IncrementalBundler.prototype.updateGraph = function (revision, reset) {
    const { graph, graphId } = revision;
    const turn = (lastTurns.get(graph) ?? Promise.resolve()).then(async () => {
      const current = await getRevisionByGraphId.call(this, graphId);
      const from = current?.graph === graph ? current : revision;
      const asker = asking.getStore();
      if (asker && from.id !== revision.id) asker.isBehind = true;
      return updateGraph.call(this, from, reset);
    });
    lastTurns.set(
      graph,
      turn.catch(() => {
        // The caller receives the error; the next turn is not affected.
      }),
    );
    return turn;
  };

  IncrementalBundler.prototype.getRevisionByGraphId = function (graphId) {
    lookups += 1;
    const expected = asking.getStore()?.revisionId;
    return expected === undefined ? getRevisionByGraphId.call(this, graphId) : this.getRevision(expected);
  };

  const enhance = config.server.enhanceMiddleware;
  config.server.enhanceMiddleware = (middleware, server) => {
    const next = enhance ? enhance(middleware, server) : middleware;
    return (request, response, ...rest) => {
      const load = loadOf(request.url);
      if (load !== null) whenSet(response, REVISION_HEADER, (revisionId) => remember(load, revisionId));
      return next(request, response, ...rest);
    };
  };

  function remember(load, revisionId) {
    revisionOfLoad.set(load, revisionId);
    if (revisionOfLoad.size > MAX_LOADS) revisionOfLoad.delete(revisionOfLoad.keys().next().value);
  }

  return {
    /** Registers the page that was loaded from `url` at the revision of its bundle, or at none if that revision is gone. */
    register: (url, task) => {
      const load = loadOf(url);
      // A load that this process does not know was answered by the one before it, which numbered the modules in another way.
      const revisionId = load === null ? undefined : (revisionOfLoad.get(load) ?? NO_REVISION);
      return asking.run({ revisionId }, task);
    },
    /** Computes an update. `isBehind` is true if the page has missed an earlier one. */
    async update(task) {
      const asker = { isBehind: false };
      const result = await asking.run(asker, task);
      return { result, isBehind: asker.isBehind };
    },
    hook: { name: 'page-revisions', tookEffect: () => lookups > 0 },
  };
};

function loadOf(url) {
  return URL.canParse(url, 'http://preview') ? new URL(url, 'http://preview').searchParams.get('load') : null;
}

function whenSet(response, name, onValue) {
  const setHeader = response.setHeader;
  response.setHeader = function (header, value) {
    if (header === name) onValue(value);
    return setHeader.call(this, header, value);
  };
}
