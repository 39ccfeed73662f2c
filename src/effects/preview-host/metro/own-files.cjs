'use strict';
/**
 * Limits a graph to files of its own project and of the kit, however the code spells a path. Every resolution and every module of
 * a graph is checked. The gate already refuses such code, but this does not rely on it.
 */
const path = require('node:path');

/** @param projects see projects.cjs @param kitModules real path of node_modules in the kit */
module.exports = function ownFiles(projects, kitModules) {
  const isKits = (file) => file.startsWith(kitModules + path.sep);
  /** Modules of Expo without a file: `\0polyfill:…`. */
  const isVirtual = (file) => file.startsWith('\0');

  /** Adds the checks to the options of a graph. @returns the new options */
  return function walled(entry, options) {
    const project = projects.of(entry);
    const folder = project && path.join(projects.root, project);
    const isOwn = (file) => folder !== undefined && (file === folder || file.startsWith(folder + path.sep));
    const mayHold = (file) => isVirtual(file) || isKits(file) || isOwn(file);
    /** A project may import from the kit, but not the other way round. */
    const mayLead = (from, file) => mayHold(file) && (isOwn(from) || !isOwn(file));
    const { resolve, transform } = options;
    const led = (from, dependency) => {
      const resolution = resolve(from, dependency);
      if (resolution.filePath !== undefined && !mayLead(from, resolution.filePath)) throw refusal(from, dependency);
      return resolution;
    };

    return {
      ...options,
      resolve(from, dependency) {
        // The kit may request anything, as long as it resolves to the kit.
        if (isKits(from)) return led(from, dependency);
        // Checked before resolving, so that the kind of refusal does not reveal whether a file exists.
        if (isPath(dependency.name) && !mayLead(from, path.resolve(path.dirname(from), dependency.name)))
          throw refusal(from, dependency);
        return led(from, dependency);
      },
      transform(file, context) {
        if (!mayHold(file)) throw refusal(entry, { name: file });
        if (context && !isOwn(context.from) && !isKits(context.from)) throw refusal(entry, { name: context.from });
        return transform(file, context);
      },
    };
  };
};

const isPath = (name) => /^\.{0,2}[/\\]|^\.{1,2}$/.test(name) || path.isAbsolute(name);

/** Has the shape of a Metro error, so that it is shown with its position in the code. */
function refusal(from, { name, data }) {
  const [place] = data?.locs ?? [];
  return Object.assign(new Error(`An app’s files may use its own files and the kit’s packages only: ${name}`), {
    type: 'NotFoundError',
    filename: from,
    ...(place && { lineNumber: place.start.line, column: place.start.column }),
  });
}
