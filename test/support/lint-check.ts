import eslint from '@eslint/js';
import { ESLint } from 'eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The rules a careful developer would use for an Expo app; none is turned off. */
const linter = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.ts', '**/*.tsx'] },
    eslint.configs.recommended,
    ...tseslint.configs.strict,
    ...tseslint.configs.stylistic,
    reactHooks.configs.flat.recommended,
    { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ],
});

/** The findings for a file of a generated app, one line each; empty if there are none. */
export async function lintFindings(path: string, content: string): Promise<readonly string[]> {
  const results = await linter.lintText(content, { filePath: path });
  return results.flatMap(({ messages }) =>
    messages.map(({ line, message, ruleId }) => `${path}:${line} ${ruleId ?? 'parser'}: ${message}`),
  );
}
