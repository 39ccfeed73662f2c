/**
 * Lets child processes of the code under test run TypeScript as well: they inherit the Node.js options of their parent
 * (typescript.mjs).
 */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

process.execArgv.push('--import', pathToFileURL(join(import.meta.dirname, 'typescript.mjs')).href);
