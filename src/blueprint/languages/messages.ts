import type { AppLanguage } from '../../generation/plan.js';
import table from './messages.json' with { type: 'json' };

/** A message of the generated apps. */
export type Message = keyof typeof table;

/** The compiler sees to it that every message stands in every language. */
const MESSAGES: Readonly<Record<Message, Readonly<Record<AppLanguage, string>>>> = table;

/** What the app itself says, in a language; words in braces are filled in by the app, forms of a plural stand between bars. */
export const messagesOf = (language: AppLanguage): Readonly<Record<Message, string>> =>
  Object.fromEntries(Object.entries(MESSAGES).map(([key, texts]) => [key, texts[language]])) as Record<Message, string>;
