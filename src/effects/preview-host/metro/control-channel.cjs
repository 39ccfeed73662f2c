'use strict';
/**
 * The private socket between the service and this process, with one JSON object per line. A request `{id, op, …}` is answered
 * with `{id, result}` or `{id, error}`; an invalid line gets an error too. Every other outgoing message is an event.
 */
const MAX_LINE_CHARACTERS = 4 * 1024 * 1024;

/** @param socket a duplex stream @param operations functions by name @param onEnd called when the other end has closed */
module.exports = function controlChannel(socket, operations, onEnd) {
  const send = (message) => {
    if (socket.writable) socket.write(JSON.stringify(message) + '\n');
  };
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    if (rest.length > MAX_LINE_CHARACTERS) {
      rest = '';
      send({ id: null, error: `A line may have at most ${MAX_LINE_CHARACTERS} characters.` });
    }
    for (const line of lines) if (line.trim() !== '') void answer(line, operations, send);
  });
  socket.once('error', onEnd);
  socket.once('end', onEnd);
  socket.once('close', onEnd);
  return { send };
};

async function answer(line, operations, send) {
  let id = null;
  try {
    const request = JSON.parse(line);
    id = request?.id ?? null;
    const name = request?.op;
    if (!Object.hasOwn(operations, name)) {
      throw new Error(`Unknown operation ${JSON.stringify(name)}; known: ${Object.keys(operations).join(', ')}.`);
    }
    send({ id, result: await operations[name](request) });
  } catch (error) {
    send({ id, error: String(error?.message ?? error) });
  }
}
