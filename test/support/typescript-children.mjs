/** Children of the code under test run its TypeScript as well: they inherit how their parent was started (typescript.mjs). */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

process.execArgv.push('--import', pathToFileURL(join(import.meta.dirname, 'typescript.mjs')).href);
