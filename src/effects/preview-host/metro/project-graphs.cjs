'use strict';
/**
 * A graph hears only of the files of its own project, so a change costs the same with two hundred projects as with one, and
 * holds no others (own-files.cjs). A graph whose first build fails is ended: Metro would keep its listener for ever.
 */
const path = require('node:path');

module.exports = function projectGraphs({ deltaCalculatorModule }, projects, walled) {
  const DeltaCalculator = deltaCalculatorModule.default;
  /** Of each project; of `undefined` what begins in the kit. */
  const calculators = new Map();
  let made = 0;

  deltaCalculatorModule.default = class extends DeltaCalculator {
    #isBuilt = false;
    #project;

    constructor(entryPoints, changes, options) {
      const [entry] = entryPoints;
      const project = projects.of(entry);
      super(entryPoints, ownChanges(changes, project, projects.root), walled(entry, options));
      this.#project = project;
      calculators.set(project, (calculators.get(project) ?? new Set()).add(this));
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

    end() {
      const own = calculators.get(this.#project);
      own?.delete(this);
      if (own?.size === 0) calculators.delete(this.#project);
      super.end();
    }
  };

  return {
    /** Whether a graph that is there, of the project or, without one, of anybody, leaves this file for later. */
    loadsLater(project, file) {
      const graphs = project === undefined ? [...calculators.values()] : [calculators.get(project) ?? []];
      return graphs.some((own) => [...own].some((calculator) => leavesForLater(calculator.getGraph(), file)));
    },
    hook: { name: 'project-graphs', tookEffect: () => made > 0 },
  };
};

/** @param file without extension */
function leavesForLater({ dependencies }, file) {
  for (const module of dependencies.values()) {
    for (const { absolutePath, data } of module.dependencies.values()) {
      if (isLoaded(data.data.asyncType) && absolutePath?.startsWith(file) && isSame(absolutePath, file)) return true;
    }
  }
  return false;
}

/** A weak dependency is only named. */
const isLoaded = (asyncType) => asyncType !== null && asyncType !== 'weak';
const isSame = (absolutePath, file) => absolutePath.slice(0, -path.extname(absolutePath).length) === file;

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
