import type { SourceFile } from '../../../generation/app-files.js';
import { messagesOf } from '../../languages/messages.js';
import ways from '../../languages/ways-of-writing.json' with { type: 'json' };
import type { AppStage } from '../app-stage.js';
import { literal } from '../source-text.js';

/**
 * lib/words.ts: everything the app itself says, in its language. Which form of a plural a number takes:
 * https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html.
 */
export const wordsFile = ({ plan: { language = 'en' } }: AppStage): SourceFile => ({
  path: 'lib/words.ts',
  content: `/** How days, numbers and money are written (BCP 47). */
export const LOCALE = "${ways[language].locale}";

/** What the app itself says, in one place: change it here. A word in braces is filled in; forms of a plural stand between bars. */
const WORDS = {
${Object.entries(messagesOf(language))
  .map(([key, message]) => `  ${key}: ${literal(message)},`)
  .join('\n')}
};

export type Phrase = keyof typeof WORDS;

export function say(phrase: Phrase, values: Record<string, string | number> = {}): string {
  const forms = WORDS[phrase].split("|");
  const form = forms[Math.min(forms.length - 1, formOf(Number(values.n ?? 0)))] ?? "";
  return form.replace(/\\{(\\w+)\\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Which form of a plural the number takes. */
function formOf(n: number): number {
  return ${ways[language].plural};
}
`,
});
