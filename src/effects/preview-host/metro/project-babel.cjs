'use strict';
/** The Babel transformer of Expo, with a plugin for the code of projects. */
const path = require('node:path');
const { createRequire } = require('node:module');

exports.transform = function transform({ plugins = [], ...asked }) {
  return expoOf(asked.options.projectRoot).transform({ ...asked, plugins: [...plugins, plainElementFiles] });
};

let expo;

function expoOf(projectRoot) {
  const kit = createRequire(path.join(projectRoot, 'package.json'));
  expo ??= createRequire(kit.resolve('expo/package.json'))('@expo/metro-config/build/babel-transformer.js');
  return expo;
}

/**
 * Development builds add the file, line and column to each JSX element. This names the file relative to the host folder: an
 * absolute path would reveal where this machine stores it, and would become wrong after a move, because Metro keeps its cache.
 */
function plainElementFiles() {
  return {
    visitor: {
      Program: {
        exit({ node }, { filename, cwd }) {
          if (!filename) return;
          const plain = path.relative(cwd, filename).split(path.sep).join('/');
          for (const { id, init } of node.body.flatMap(({ declarations = [] }) => declarations)) {
            if (init?.value === filename && id.name?.startsWith('_jsxFileName')) init.value = plain;
          }
        },
      },
    },
  };
}
