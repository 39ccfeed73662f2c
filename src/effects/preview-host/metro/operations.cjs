'use strict';
/** What the service may ask of this process. */
const path = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');

module.exports = function operations({ told, metro, hot, projects, progress, hooks }) {
  return {
    /** `{changed: absolute paths, removed: absolute paths}` → `{applied}` file events, once Metro knows them. */
    async change({ changed = [], removed = [] }) {
      for (const file of [...changed, ...removed]) {
        if (typeof file !== 'string' || projects.of(file) === undefined || !path.isAbsolute(file)) {
          throw new Error(`Not an absolute path of a project's file: ${JSON.stringify(file)}.`);
        }
      }
      return { applied: await told.tell(changed, removed) };
    },

    /** `{project, mode?}` → `{ended}` graphs, all or those of `mode: 'production'`: their memory is given back. */
    async end({ project, mode }) {
      requireProject(project);
      const isMeant = ({ options }) => mode !== 'production' || options.dev === false;
      return { ended: await endGraphs(metro.server.getBundler(), hot.server, projects, project, isMeant) };
    },

    /** `{}` → `{}`: the answer is that there is one. */
    alive: () => ({}),

    /** `{project}` → `{}` once no build or hot update of the project is under way. */
    async settled({ project }) {
      requireProject(project);
      await progress.settled(project);
      return {};
    },

    /** The hooks that did not take effect, by name; right after a first build and a first change all must have. */
    hooks: () => ({ missing: hooks.filter((hook) => !hook.tookEffect()).map((hook) => hook.name) }),

    /**
     * `{quietMs?}` → `{collected}`: gives back what no graph needs any more. It stops this process for some 0.2 to 0.7 s, so
     * it is left undone where something was built or updated less than `quietMs` ago.
     */
    async collect({ quietMs = 0 }) {
      if (quietMs > 0 && progress.quietMs() < quietMs) return { collected: false };
      await collectGarbage({ type: 'major', execution: 'async', flavor: 'last-resort' });
      return { collected: true };
    },

    /** `{project?}` → memory in bytes and the count of live graphs, the project's or all. */
    stats: ({ project }) => {
      const { rss, heapUsed } = process.memoryUsage();
      const ids = [...(metro.server?.getBundler()._revisionsByGraphId.keys() ?? [])];
      const graphs = ids.filter((id) => project === undefined || projects.of(JSON.parse(id).entryFile) === project);
      return { rss, heapUsed, graphs: graphs.length };
    },
  };
};

/** V8's own, which is there only on request. */
function collectGarbage(options) {
  v8.setFlagsFromString('--expose-gc');
  return vm.runInNewContext('gc')(options);
}

function requireProject(project) {
  if (typeof project !== 'string' || project === '') throw new Error('`project` must be the name of a project.');
}

async function endGraphs(bundler, hmrServer, projects, project, isMeant) {
  let ended = 0;
  for (const [graphId, revisionPromise] of [...bundler._revisionsByGraphId]) {
    const graph = JSON.parse(graphId);
    if (projects.of(graph.entryFile) !== project || !isMeant(graph)) continue;
    // A graph whose build failed holds nothing to end.
    const revision = await revisionPromise.catch(() => undefined);
    if (!revision) continue;
    const group = hmrServer?._clientGroups.get(revision.id);
    group?.unlisten();
    hmrServer?._clientGroups.delete(revision.id);
    await bundler.endGraph(graphId);
    ended += 1;
  }
  return ended;
}
