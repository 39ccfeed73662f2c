'use strict';
/**
 * Sends hot updates without Metro's debounce (the service already batches changes) and reports each one to the service. A page
 * may register only the entry of its own project, which the proxy states in the address of the socket.
 */
const path = require('node:path');

const bundlingError = require('./bundling-error.cjs');
const { everyText } = require('./plain-paths.cjs');

/** Errors about the requesting page, not about the code. */
const PAGE_IS_BEHIND = ['RevisionNotFoundError', 'GraphNotFoundError'];

const BEHIND = {
  type: 'error',
  body: { type: 'RevisionNotFoundError', message: 'The page has missed an update.', errors: [] },
};

const NOT_FOUND = {
  type: 'error',
  body: { type: 'GraphNotFoundError', message: 'There is no such bundle of this project.', errors: [] },
};

module.exports = function hotUpdates(
  { hmrServerModule, debounceModule },
  { projects, progress, pages, report, ofCode },
) {
  const HmrServer = hmrServerModule.default;
  const debounce = debounceModule.default;
  const hot = { server: undefined };
  let isForked = false;

  debounceModule.default = (task) => debounce(task, 0);

  hmrServerModule.default = class extends HmrServer {
    constructor(...args) {
      super(...args);
      hot.server = this;
      const connect = this.onClientConnect;
      this.onClientConnect = async (requestUrl, send) => ({
        ...(await connect(requestUrl, send)),
        onlyProject: new URL(requestUrl, 'http://preview').searchParams.get('project') ?? undefined,
      });

      // Expo assigns its own `_prepareMessage` to the instance later; the setter intercepts that.
      let prepare = HmrServer.prototype._prepareMessage;
      Object.defineProperty(this, '_prepareMessage', {
        set(expos) {
          isForked = true;
          prepare = expos;
        },
        get: () => async (group, options, change) => {
          const startedAt = performance.now();
          const project = projectOf(group.clientUrl);
          progress.begin(project);
          const { result, isBehind } = await pages
            .update(() => prepare.call(this, group, options, change))
            .finally(() => progress.end(project));
          const message = isBehind ? BEHIND : everyText(result, ofCode);
          if (!options.isInitialUpdate && !PAGE_IS_BEHIND.includes(message.body?.type))
            report(describe(group, message, performance.now() - startedAt));
          return message;
        },
      });
    }

    async _registerEntryPoint(client, requestUrl, send) {
      const project = projectOf(new URL(requestUrl));
      // An entry in the kit belongs to no project.
      const isOwn = client.onlyProject !== undefined && (project ?? client.onlyProject) === client.onlyProject;
      try {
        if (isOwn) await pages.register(requestUrl, () => super._registerEntryPoint(client, requestUrl, send));
        else send(JSON.stringify(NOT_FOUND));
      } catch {
        send(JSON.stringify(NOT_FOUND)); // closed-requests.cjs refuses the entry
      }
    }
  };

  /** closed-requests.cjs refuses addresses whose path and entry disagree. */
  const projectOf = (url) => projects.of(path.join(path.dirname(projects.root), decodeURIComponent(url.pathname)));

  function describe(group, message, durationMs) {
    const about = {
      event: 'hot',
      project: projectOf(group.clientUrl),
      platform: group.clientUrl.searchParams.get('platform'),
      clients: group.clients.size,
      ms: Math.round(durationMs),
    };
    const { added = [], modified = [], deleted = [] } = message.body ?? {};
    if (message.type === 'update') return { ...about, modules: added.length + modified.length + deleted.length };
    return { ...about, error: bundlingError(message.body ?? {}) };
  }

  return { hot, hook: { name: 'hot-updates', tookEffect: () => hot.server !== undefined && isForked } };
};
