'use strict';
/** `run-in-group.cjs PROGRAM ARGUMENTS…`: runs a program in the process group that exit-with-parent.cjs kills. */
const { spawn } = require('node:child_process');

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true });
child.once('error', fail);
child.once('exit', (code, signal) => (signal === null ? (process.exitCode = code) : fail(signal)));

function fail(why) {
  process.stderr.write(`${program} did not run to its end: ${why}\n`);
  process.exitCode = 1;
}
