'use strict';
/**
 * Compiles the code of a past version under the file name in the current project. Nearly all of a past version is unchanged, so
 * it comes from the cache. Code only: the module of an asset names the folder that the asset is served from.
 */
const fs = require('node:fs');
const path = require('node:path');

/** The suffix that effects/workspace/preview-label.ts adds; no label of a project ends like this. */
const PAST = /--at-\d{1,9}$/;
const CODE = /\.[jt]sx?$/;

module.exports = function pastTransforms({ Transformer }, projects) {
  const transformFile = Transformer.prototype.transformFile;
  let calls = 0;

  Transformer.prototype.transformFile = async function (file, options, written) {
    calls += 1;
    const name = written ? undefined : nameOfProjects(file, projects);
    if (name === undefined) return transformFile.call(this, file, options, written);
    return transformFile.call(this, name, options, await fs.promises.readFile(file));
  };

  return { hook: { name: 'past-transforms', tookEffect: () => calls > 0 } };
};

/** The path of the file in the current project; undefined unless it is code of a past version. */
function nameOfProjects(file, projects) {
  const label = CODE.test(file) ? projects.of(file) : undefined;
  if (label === undefined || !PAST.test(label)) return undefined;
  const past = path.join(projects.root, label);
  return path.join(projects.root, label.replace(PAST, ''), path.relative(past, file));
}
