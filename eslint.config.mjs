import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** What Node gives every module, as far as plain JavaScript files here use it. */
const NODE_GLOBALS = Object.fromEntries(
  [
    'AbortSignal',
    'Buffer',
    'URL',
    '__dirname',
    'clearTimeout',
    'console',
    'globalThis',
    'module',
    'performance',
    'process',
    'require',
    'setInterval',
    'setTimeout',
  ].map((name) => [name, 'readonly']),
);

/** What a preview's page gives its script. */
const PAGE_GLOBALS = Object.fromEntries(
  [
    'URL',
    'WebSocket',
    'addEventListener',
    'console',
    'document',
    'fetch',
    'firstlight',
    'keptApart',
    'location',
    'setTimeout',
    'window',
  ].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '.firstlight/',
      '**/generated/',
      'src/effects/preview-host/warm-up*/',
      'src/blueprint/shared/',
      'examples/',
      'test/fixtures/seed/',
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  prettier,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Ports and options are abstract classes so that they can be injection tokens; literals implement them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Promise.withResolvers<void>() is the type that says "no value".
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // What a model, a person or a page wrote meets these expressions: each one takes time in proportion to its text.
    files: ['src/**'],
    ignores: ['**/*.spec.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false }],
    },
  },
  {
    files: ['src/studio/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  { files: ['**/*.mjs', '**/*.cjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: NODE_GLOBALS },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['src/**/page/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { sourceType: 'script', globals: PAGE_GLOBALS },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/**/metro/fast/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { document: 'readonly' } },
  },
  { files: ['**/*.mjs', 'test/fixtures/**/*.js'], languageOptions: { globals: NODE_GLOBALS } },
);
