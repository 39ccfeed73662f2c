'use strict';
/** Reports every build to the service: when it starts, finishes or fails, and why. Installed through `enhanceMiddleware` of Metro. */
const bundlingError = require('./bundling-error.cjs');
const { everyText } = require('./plain-paths.cjs');

module.exports = function buildEvents(config, projects, progress, { report, ofMessage }) {
  const enhance = config.server.enhanceMiddleware;
  const metro = { server: undefined };
  let updates = 0;

  config.server.enhanceMiddleware = (middleware, server) => {
    metro.server = server;
    listen(server._config.reporter);
    return enhance ? enhance(middleware, server) : middleware;
  };

  function listen(reporter) {
    const passOn = reporter.update.bind(reporter);
    const builds = new Map();
    let lastFailed;
    reporter.update = (event) => {
      updates += 1;
      const build = builds.get(event.buildID);
      switch (event.type) {
        case 'bundle_build_started': {
          const { entryFile, platform } = event.bundleDetails;
          const project = projects.of(entryFile);
          builds.set(event.buildID, { project, platform, startedAt: performance.now() });
          progress.begin(project);
          break;
        }
        case 'bundle_build_done':
        case 'bundle_build_failed':
          builds.delete(event.buildID);
          if (!build) break;
          progress.end(build.project);
          if (event.type === 'bundle_build_failed') lastFailed = build;
          else report({ event: 'built', ...where(build), ms: Math.round(performance.now() - build.startedAt) });
          break;
        case 'bundling_error':
          // This event does not name its build, but Metro reports the failed build right before it.
          report({
            event: 'broken',
            ...(lastFailed ? where(lastFailed) : {}),
            error: everyText(bundlingError(event.error), ofMessage),
          });
          lastFailed = undefined;
          break;
      }
      return passOn(event);
    };
  }

  return { metro, hook: { name: 'build-events', tookEffect: () => updates > 0 } };
};

const where = ({ project, platform }) => ({ project, platform });
