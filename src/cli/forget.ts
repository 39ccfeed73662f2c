/** `npm run forget [-- --server URL] [--model NAME]`: what servers of models have refused is asked for again. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Database } from '../event-store/database.js';
import { KeptLessons } from '../models/kept-lessons.js';
import { readSettings } from '../settings.js';

const HELP = `Forgets what model servers have refused, for example after an update of a server. GET /api/v1/models/lessons shows it.

  npm run forget [-- --server <base url>] [--model <name>]

Without options it forgets everything. It can be run while the service is running.
`;

try {
  const options = { server: { type: 'string' }, model: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  process.stdout.write(values.help ? HELP : await forget(values.server, values.model));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function forget(baseUrl: string | undefined, model: string | undefined): Promise<string> {
  const { DATA_DIR, DATABASE_URL } = readSettings(process.env);
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const database = await Database.open({ dataDir: resolve(DATA_DIR), databaseUrl: DATABASE_URL, log });
  try {
    const count = await new KeptLessons(database).forget({ baseUrl, model });
    return `Forgot ${count} ${count === 1 ? 'lesson' : 'lessons'}.\n`;
  } finally {
    await database.close();
  }
}
