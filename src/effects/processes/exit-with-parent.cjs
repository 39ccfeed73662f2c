'use strict';
/**
 * Preloaded into a child process with `--require`. When the service at the other end of the pipe is gone, for whatever reason, it
 * kills the process group of the child. The pipe itself does not keep the process alive.
 */
const net = require('node:net');

const PARENT_FD = 'FIRSTLIGHT_PARENT_FD';

const fd = process.env[PARENT_FD];
if (fd !== undefined) {
  Reflect.deleteProperty(process.env, PARENT_FD); // children of this process have no such pipe
  const pipe = new net.Socket({ fd: Number(fd), readable: true, writable: false });
  for (const end of ['end', 'error', 'close']) pipe.once(end, endGroup);
  pipe.resume();
  pipe.unref();
  // A process that is writing output notices this error first, and would otherwise exit alone and leave its group behind.
  for (const output of [process.stdout, process.stderr]) output.on('error', endGroup);
}

function endGroup() {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.exit(1); // Windows has no process groups
  }
}
