'use strict';
/** Expo listens on all interfaces, but only the proxy of the service may reach Metro. Binds to 127.0.0.1 and reports the port. */
const http = require('node:http');

module.exports = function loopback(report) {
  const listen = http.Server.prototype.listen;
  let isBound = false;

  http.Server.prototype.listen = function (port, host, ...rest) {
    if (typeof port !== 'number') return listen.call(this, port, host, ...rest);
    this.once('listening', () => {
      isBound = true;
      report({ event: 'listening', port: this.address().port });
    });
    return listen.call(this, port, '127.0.0.1', ...rest);
  };

  return { hook: { name: 'loopback', tookEffect: () => isBound } };
};
