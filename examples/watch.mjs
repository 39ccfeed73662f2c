// Starts an app and prints its messages: node examples/watch.mjs "Create a habit tracker" [project id]
// Needs `npm run build` and the service (`npm start`), whose address is FIRSTLIGHT_URL.
import { connect } from 'firstlight/client';
import { WebSocket } from 'ws'; // Node has its own only since version 22.

const [prompt = 'Create a habit tracker', projectId = `watched-${Date.now()}`] = process.argv.slice(2);
const url = process.env.FIRSTLIGHT_URL ?? 'http://localhost:8000';
const connection = connect(projectId, { url, userId: 'example', WebSocket });
let isStarted = false;

connection.listen({
  ready: () => {
    // Called again after a reconnection, but the run is requested once.
    if (!isStarted) isStarted = connection.send({ action: 'start', prompt });
  },
  message: ({ seq, type, data }) => {
    console.log(String(seq).padStart(4), type.padEnd(10), data.message ?? data.path ?? data.status ?? '');
    if (type !== 'complete' && type !== 'error' && type !== 'cancelled') return;
    if (type === 'complete') console.log(`Open ${data.preview_url}`);
    connection.close();
  },
  state: (state, attempt) => console.error(attempt > 0 ? `${state} (attempt ${attempt})` : state),
  refused: (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
});
