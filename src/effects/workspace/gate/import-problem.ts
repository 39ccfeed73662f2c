import { posix } from 'node:path';

import { isKitImport, KIT_PACKAGES } from '../kit-packages.port.js';

const APP_FOLDERS = ['app', 'components', 'lib', 'assets'];
/** Names that say the same to Metro, to us and to a file system. */
const PLAIN = /^[A-Za-z0-9_()[\]+@,./-]+$/;

/** Why a file of a generated app may not import this; undefined where it may. @param path of the file, in its project */
export function importProblem(path: string, specifier: string): string | undefined {
  const shown = JSON.stringify(specifier);
  if (!PLAIN.test(specifier) || /^[A-Za-z]+:/.test(specifier)) return `${shown} is no plain path or package name`;
  if (specifier.startsWith('/')) return `${shown} is an absolute path; import files of the app by relative paths`;
  if (specifier.startsWith('.')) return relativeProblem(path, specifier, shown);
  if (isKitImport(specifier)) return undefined;
  const kitPackage = KIT_PACKAGES.find((name) => specifier.startsWith(`${name}/`));
  if (kitPackage !== undefined) return `${shown} reaches into the internals of ${kitPackage}`;
  return `${shown} is not in the kit; a generated app may import ${KIT_PACKAGES.join(', ')} and its own files`;
}

/** Where it ends counts: a path may climb, but not out of the project, nor to its entry files. */
function relativeProblem(path: string, specifier: string, shown: string): string | undefined {
  if (!/^\.{1,2}(?:\/|$)/.test(specifier)) return `${shown} is no relative path`;
  const target = posix.join(posix.dirname(path), specifier);
  const [folder = ''] = target.split('/');
  if (folder === '..') return `${shown} leads out of the project`;
  if (!APP_FOLDERS.includes(folder)) return `${shown} leads to none of the app's folders (${APP_FOLDERS.join(', ')})`;
  if (target.split('/').includes('node_modules')) return `${shown} leads to node_modules; import packages by name`;
  return undefined;
}
