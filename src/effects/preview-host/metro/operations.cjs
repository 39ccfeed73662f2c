'use strict';
/** The operations that the service can request from this process. */
const path = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');

module.exports = function operations({ told, metro, hot, projects, progress, hooks }) {
  return {
    /** `{changed: absolute paths, removed: absolute paths}` → `{applied}`: the number of file events, once Metro has processed them. */
    async change({ changed = [], removed = [] }) {
      for (const file of [...changed, ...removed]) {
        if (typeof file !== 'string' || projects.of(file) === undefined || !path.isAbsolute(file)) {
          throw new Error(`Not an absolute path of a project's file: ${JSON.stringify(file)}.`);
        }
      }
      return { applied: await told.tell(changed, removed) };
    },

    /** `{project, mode?}` → `{ended}`: ends the project's graphs, all or only those of `mode: 'production'`, and frees their memory. */
    async end({ project, mode }) {
      requireProject(project);
      const isMeant = ({ options }) => mode !== 'production' || options.dev === false;
      return { ended: await endGraphs(metro.server.getBundler(), hot.server, projects, project, isMeant) };
    },

    /** `{}` → `{}`: shows that the process responds. */
    alive: () => ({}),

    /** `{project}` → `{}` once no build or hot update of the project is in progress. */
    async settled({ project }) {
      requireProject(project);
      await progress.settled(project);
      return {};
    },

    /** `{}` → `{missing}`: names of the hooks that have not taken effect. After a first build and a first change, there must be none. */
    hooks: () => ({ missing: hooks.filter((hook) => !hook.tookEffect()).map((hook) => hook.name) }),

    /**
     * `{quietMs?}` → `{collected}`: frees memory that no graph needs any more. This blocks the process for 0.2 to 0.7 s, so it is
     * skipped if a build or update ended less than `quietMs` ago.
     */
    async collect({ quietMs = 0 }) {
      if (quietMs > 0 && progress.quietMs() < quietMs) return { collected: false };
      await collectGarbage({ type: 'major', execution: 'async', flavor: 'last-resort' });
      return { collected: true };
    },

    /** `{project?}` → `{rss, heapUsed, graphs}`: memory in bytes, and the number of live graphs of the project or of all projects. */
    stats: ({ project }) => {
      const { rss, heapUsed } = process.memoryUsage();
      const ids = [...(metro.server?.getBundler()._revisionsByGraphId.keys() ?? [])];
      const graphs = ids.filter((id) => project === undefined || projects.of(JSON.parse(id).entryFile) === project);
      return { rss, heapUsed, graphs: graphs.length };
    },
  };
};

/** The garbage collector of V8, which is exposed only by a flag. */
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
    // A graph whose build failed has nothing to end.
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
