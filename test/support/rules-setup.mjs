/**
 * For specs of rules, which run in plain Node.js (jest-light-runner). Their TypeScript is compiled when it is loaded, imports
 * from `@jest/globals` get what the runner put into `globalThis`, and app code may import files without an extension.
 */
import { registerHooks } from 'node:module';
import { extname } from 'node:path';
import './typescript.mjs';

const GLOBALS = new URL('rules-globals.mjs', import.meta.url).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
    const isOfAnApp = specifier.startsWith('.') && extname(specifier) === '' && context.parentURL?.includes('.ts');
    return nextResolve(isOfAnApp ? `${specifier}.ts` : specifier, context);
  },
});
