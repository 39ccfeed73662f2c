import { defineConfig } from 'vite';

/** The studio, for browsers: `npm run build` and `npm start` put it into dist/studio, from where the service serves it. */
export default defineConfig({
  root: 'src/studio',
  // Beside the service's own routes: nothing else is called so.
  build: {
    outDir: '../../dist/studio',
    assetsDir: 'studio-assets',
    emptyOutDir: true,
    target: 'es2022',
    // The code view's, with the editor in it; it is loaded when somebody goes there.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      onLog(level, log, handle) {
        // "use client" speaks to servers that render React; there is none here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  oxc: { jsx: { runtime: 'automatic' } },
  clearScreen: false,
  logLevel: 'warn',
});
