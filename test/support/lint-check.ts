import eslint from '@eslint/js';
import { ESLint } from 'eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What a careful developer lints an Expo app with: no rule is turned off. */
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

/** What the linter says about a file of a generated app, one line a finding; empty when it is clean. */
export async function lintFindings(path: string, content: string): Promise<readonly string[]> {
  const results = await linter.lintText(content, { filePath: path });
  return results.flatMap(({ messages }) =>
    messages.map(({ line, message, ruleId }) => `${path}:${line} ${ruleId ?? 'parser'}: ${message}`),
  );
}
