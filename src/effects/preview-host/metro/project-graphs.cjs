'use strict';
/**
 * A graph hears only of the files of its own project, so a change costs the same with two hundred projects as with one. A
 * graph whose first build fails is ended: Metro would keep its listener for ever.
 */
const path = require('node:path');

module.exports = function projectGraphs({ deltaCalculatorModule }, projects) {
  const DeltaCalculator = deltaCalculatorModule.default;
  let made = 0;

  deltaCalculatorModule.default = class extends DeltaCalculator {
    #isBuilt = false;

    constructor(entryPoints, changes, options) {
      super(entryPoints, ownChanges(changes, projects.of([...entryPoints][0]), projects.root), options);
      made += 1;
    }

    async getDelta(request) {
      try {
        const delta = await super.getDelta(request);
        this.#isBuilt = true;
        return delta;
      } catch (error) {
        if (!this.#isBuilt) this.end();
        throw error;
      }
    }
  };

  return { hook: { name: 'project-graphs', tookEffect: () => made > 0 } };
};

/** The change event source, narrowed to one project's folder; all of it where the entry is no project's. */
function ownChanges(source, project, root) {
  if (!project) return source;
  const folder = path.join(root, project) + path.sep;
  let narrowed;
  return {
    on(name, listener) {
      narrowed = (change) => {
        const eventsQueue = change.eventsQueue.filter((event) => event.filePath.startsWith(folder));
        if (eventsQueue.length > 0) listener({ ...change, eventsQueue });
      };
      source.on(name, narrowed);
    },
    removeListener(name) {
      source.removeListener(name, narrowed);
    },
  };
}
