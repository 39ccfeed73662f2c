/**
 * For specs of rules, which run in bare Node (jest-light-runner): their TypeScript is compiled as it is loaded, what they import
 * from `@jest/globals` is what the runner has put into `globalThis`, and the code of apps names its files without an ending.
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
