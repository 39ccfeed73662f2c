'use strict';
/**
 * Makes Metro answer only the service. Without this, any page in a browser on this machine could find the port and read bundles
 * as scripts or open sockets. Every request and upgrade must carry the key that the service gave this process.
 */
const http = require('node:http');
const { timingSafeEqual } = require('node:crypto');

const KEY_HEADER = 'x-firstlight-key';

/** @param key the secret that callers must send */
module.exports = function ownCallers(key) {
  const wanted = Buffer.from(key);
  const emit = http.Server.prototype.emit;
  let known = 0;

  http.Server.prototype.emit = function (event, request, answer, ...rest) {
    if (event !== 'request' && event !== 'upgrade') return emit.call(this, event, request, answer, ...rest);
    if (isKnown(request)) {
      known += 1;
      return emit.call(this, event, request, answer, ...rest);
    }
    if (event === 'request') answer.writeHead(403).end();
    else answer.destroy();
    return true;
  };

  function isKnown({ headers }) {
    const given = Buffer.from(String(headers[KEY_HEADER] ?? ''));
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }

  return { hook: { name: 'own-callers', tookEffect: () => known > 0 } };
};
