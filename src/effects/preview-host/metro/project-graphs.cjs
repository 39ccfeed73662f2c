'use strict';
/**
 * Notifies a graph only of changes in its own project, so that a change costs the same with two hundred projects as with one, and
 * limits it to its own files (own-files.cjs). A graph whose first build fails is ended; otherwise Metro would keep its listener
 * forever.
 */
const path = require('node:path');

module.exports = function projectGraphs({ deltaCalculatorModule }, projects, walled) {
  const DeltaCalculator = deltaCalculatorModule.default;
  /** Calculators by project; under `undefined`, those with an entry in the kit. */
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
    /** Whether a live graph loads this file lazily. Looks at the graphs of the project or, if it is undefined, at all graphs. */
    loadsLater(project, file) {
      const graphs = project === undefined ? [...calculators.values()] : [calculators.get(project) ?? []];
      return graphs.some((own) => [...own].some((calculator) => leavesForLater(calculator.getGraph(), file)));
    },
    hook: { name: 'project-graphs', tookEffect: () => made > 0 },
  };
};

/** @param file without its extension */
function leavesForLater({ dependencies }, file) {
  for (const module of dependencies.values()) {
    for (const { absolutePath, data } of module.dependencies.values()) {
      if (isLoaded(data.data.asyncType) && absolutePath?.startsWith(file) && isSame(absolutePath, file)) return true;
    }
  }
  return false;
}

/** A weak dependency is referenced but not loaded. */
const isLoaded = (asyncType) => asyncType !== null && asyncType !== 'weak';
const isSame = (absolutePath, file) => absolutePath.slice(0, -path.extname(absolutePath).length) === file;

/** The change events of one project folder; all of them if the entry belongs to no project. */
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
