'use strict';
/**
 * A graph holds files of its own project and the kit, nothing else, whatever spelling the code found for another: checked for
 * every resolution and every module that a graph takes in. The gate refuses such code before; this does not rely on it.
 */
const path = require('node:path');

/** @param projects see projects.cjs @param kitModules real path of the kit's node_modules */
module.exports = function ownFiles(projects, kitModules) {
  const isKits = (file) => file.startsWith(kitModules + path.sep);
  /** Expo's own, which have no file: `\0polyfill:…`. */
  const isVirtual = (file) => file.startsWith('\0');

  /** What the graph of an entry may hold. @returns its options with that checked */
  return function walled(entry, options) {
    const project = projects.of(entry);
    const folder = project && path.join(projects.root, project);
    const isOwn = (file) => folder !== undefined && (file === folder || file.startsWith(folder + path.sep));
    const mayHold = (file) => isVirtual(file) || isKits(file) || isOwn(file);
    /** Modules of the kit know nothing of projects. */
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
        // The kit asks for what it likes: that it gets nothing but the kit is all there is to see to.
        if (isKits(from)) return led(from, dependency);
        // Where nothing can be found either: what is there must not show by how it is refused.
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

/** In the shape of Metro's own, so that it is shown with its place. */
function refusal(from, { name, data }) {
  const [place] = data?.locs ?? [];
  return Object.assign(new Error(`An app’s files may use its own files and the kit’s packages only: ${name}`), {
    type: 'NotFoundError',
    filename: from,
    ...(place && { lineNumber: place.start.line, column: place.start.column }),
  });
}
