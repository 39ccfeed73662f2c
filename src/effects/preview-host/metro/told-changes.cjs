'use strict';
/**
 * Replaces file watching: the service is the only writer and reports which files it wrote. The file tree and the `change` event
 * of Metro follow in the same turn of the event loop, so nothing is missed and nothing waits for a debounce.
 */
const fs = require('node:fs');

module.exports = function toldChanges({ FileMap }) {
  const crawled = Promise.withResolvers();

  // Metro calls this after its first crawl; from then on changes can be applied.
  FileMap.prototype._watch = function (tree, _clocks, plugins) {
    if (!this._options.watch) return Promise.resolve();
    crawled.resolve((changed, removed) => apply(this, tree, plugins, changed, removed));
    return Promise.resolve();
  };

  let isCrawled = false;
  void crawled.promise.then(() => (isCrawled = true));

  return {
    /** Applies a batch of changes, after the first crawl at the earliest. Resolves to the number of file events. */
    async tell(changed, removed) {
      const applyNow = await crawled.promise;
      return applyNow(changed, removed);
    },
    hook: { name: 'told-changes', tookEffect: () => isCrawled },
  };
};

function apply(fileMap, tree, plugins, changed, removed) {
  const eventsQueue = [];
  for (const file of removed) forget(file);
  for (const file of changed) learn(file);
  if (eventsQueue.length > 0) fileMap.emit('change', { logger: null, eventsQueue });
  return eventsQueue.length;

  function learn(file) {
    if (!isOfInterest(fileMap, file)) return;
    const stat = fs.lstatSync(file, { throwIfNoEntry: false });
    if (!stat) return forget(file);
    if (!stat.isFile()) return; // a symlink could point outside the project
    const relative = fileMap._pathUtils.absoluteToNormal(file);
    const type = tree.linkStats(relative) ? 'change' : 'add';
    // Metro's metadata tuple: mtime, size, visited, dependencies, sha1, symlink, id
    const metadata = [stat.mtime.getTime(), stat.size, 0, '', null, 0, ''];
    fileMap._fileProcessor.processRegularFile(file, metadata, {
      computeSha1: fileMap._options.computeSha1,
      computeDependencies: fileMap._options.computeDependencies,
      maybeReturnContent: false,
    });
    tree.addOrModify(relative, metadata);
    for (const plugin of plugins) plugin.onNewOrModifiedFile(relative, metadata);
    eventsQueue.push({ type, filePath: file, metadata: { modifiedTime: metadata[0], size: stat.size, type: 'f' } });
  }

  function forget(file) {
    const found = tree.lookup(file);
    if (found.exists && found.type === 'd') {
      for (const inner of [...filesBelow(tree, file)]) forget(inner);
      return;
    }
    const relative = fileMap._pathUtils.absoluteToNormal(file);
    const stats = tree.linkStats(relative);
    if (!stats) return;
    const metadata = tree.remove(relative);
    for (const plugin of plugins) plugin.onRemovedFile(relative, metadata);
    eventsQueue.push({
      type: 'delete',
      filePath: file,
      metadata: { modifiedTime: null, size: null, type: stats.fileType },
    });
  }
}

function isOfInterest(fileMap, file) {
  const { ignorePattern, extensions } = fileMap._options;
  return !ignorePattern.test(file) && extensions.some((extension) => file.endsWith('.' + extension));
}

function filesBelow(tree, directory) {
  return tree.matchFiles({
    rootDir: directory,
    recursive: true,
    filter: /(?:)/,
    filterComparePosix: true,
    follow: false,
  });
}
