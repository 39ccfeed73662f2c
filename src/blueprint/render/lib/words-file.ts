import type { SourceFile } from '../../../generation/app-files.js';
import type { AppLanguage } from '../../../generation/plan.js';
import { messagesOf } from '../../languages/messages.js';
import type { AppStage } from '../app-stage.js';
import { literal } from '../source-text.js';

/** lib/words.ts: everything the app itself says, in its language. */
export const wordsFile = ({ plan: { language = 'en' } }: AppStage): SourceFile => ({
  path: 'lib/words.ts',
  content: `/** How days, numbers and money are written (BCP 47). */
export const LOCALE = "${LOCALES[language]}";

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
  return ${PLURALS[language] ?? 'n === 1 ? 0 : 1'};
}
`,
});

const LOCALES: Readonly<Record<AppLanguage, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  pt: 'pt-BR',
  it: 'it-IT',
  nl: 'nl-NL',
  pl: 'pl-PL',
  tr: 'tr-TR',
  ja: 'ja-JP',
  zh: 'zh-CN',
  ko: 'ko-KR',
};

/** Where it is not one form for 1 and another for everything else (https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html). */
const PLURALS: Partial<Record<AppLanguage, string>> = {
  fr: 'n < 2 ? 0 : 1',
  pt: 'n < 2 ? 0 : 1',
  pl: 'n === 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2',
};
