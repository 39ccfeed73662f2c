'use strict';
/**
 * Preloaded into a child (`--require`): when the service that holds the other end of the pipe has gone, however it went, the
 * child and all of its process group end. The pipe alone keeps nobody alive.
 */
const net = require('node:net');

const PARENT_FD = 'FIRSTLIGHT_PARENT_FD';

const fd = process.env[PARENT_FD];
if (fd !== undefined) {
  Reflect.deleteProperty(process.env, PARENT_FD); // a child of this one has no such pipe
  const pipe = new net.Socket({ fd: Number(fd), readable: true, writable: false });
  for (const end of ['end', 'error', 'close']) pipe.once(end, endGroup);
  pipe.resume();
  pipe.unref();
  // Who writes just then hears of it in this way first, and would end alone, its group left behind.
  for (const output of [process.stdout, process.stderr]) output.on('error', endGroup);
}

function endGroup() {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.exit(1); // Windows, where there are no groups
  }
}
