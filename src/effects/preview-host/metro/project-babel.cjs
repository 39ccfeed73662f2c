'use strict';
/** Expo's Babel, with a plugin of ours for the code of projects. */
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
 * Development builds give each JSX element its file, line and column; the file is named from the host folder. The whole path would say
 * where this machine keeps it, or kept it: Metro's cache outlives a move.
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
