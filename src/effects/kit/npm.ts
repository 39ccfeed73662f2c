import { basename } from 'node:path';

import { installerEnvironment } from '../processes/child-environment.js';
import type { Installer } from './install-packages.js';

const ARGUMENTS = [
  'ci',
  '--ignore-scripts',
  '--include=dev',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
];

/** npm, which is there wherever Node is. @param folder holds the lock file */
export function npm(folder: string): Installer {
  return {
    command: [...npmCommand(), ...ARGUMENTS, '--prefix', folder],
    env: installerEnvironment(),
    aboutSeconds: 40,
  };
}

/** Under `npm start`, the same npm with our own Node; else the one on PATH. */
function npmCommand(): [string, ...string[]] {
  const running = process.env['npm_execpath'];
  return running !== undefined && basename(running) === 'npm-cli.js' ? [process.execPath, running] : ['npm'];
}
