'use strict';
/**
 * A past version's code is compiled under the name that its project's has: what the project has compiled once, and nearly all of a past
 * version is that, is never compiled again. Code alone: an asset's module names the folder that it is served from.
 */
const fs = require('node:fs');
const path = require('node:path');

/** As effects/workspace/preview-label.ts writes it; no project has such a label. */
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

/** Where the file lies in its project as it is now; undefined for every file that is not a past version's code. */
function nameOfProjects(file, projects) {
  const label = CODE.test(file) ? projects.of(file) : undefined;
  if (label === undefined || !PAST.test(label)) return undefined;
  const past = path.join(projects.root, label);
  return path.join(projects.root, label.replace(PAST, ''), path.relative(past, file));
}
