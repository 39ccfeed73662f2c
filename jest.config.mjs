/** What both projects share. */
const project = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.firstlight/'],
};

/** @type {import('jest').Config} */
export default {
  projects: [
    // Rules, folds and parsers, beside what they test: no server, no process, no browser (`npm run test:fast`).
    {
      displayName: 'rules',
      testMatch: ['<rootDir>/src/**/*.spec.ts'],
      runner: 'jest-light-runner',
      setupFiles: ['<rootDir>/test/support/rules-setup.mjs'],
      modulePathIgnorePatterns: project.modulePathIgnorePatterns,
    },
    {
      ...project,
      displayName: 'parts',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      setupFiles: ['<rootDir>/test/support/typescript-children.mjs'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
  testSequencer: '<rootDir>/test/support/real-parts-first.mjs',
  reporters: ['default', '<rootDir>/test/support/slowest-specs.mjs'],
  testTimeout: 60_000,
  maxWorkers: 2,
};
