import type { AppLanguage } from '../../generation/plan.js';
import table from './messages.json' with { type: 'json' };

/** A message of the generated apps. */
export type Message = keyof typeof table;

const MESSAGES: Readonly<Record<Message, Readonly<Partial<Record<AppLanguage, string>>>>> = table;

/** What the app itself says, in a language; words in braces are filled in by the app, forms of a plural stand between bars. */
export const messagesOf = (language: AppLanguage): Readonly<Record<Message, string>> =>
  Object.fromEntries(Object.keys(MESSAGES).map((key) => [key, messageOf(key as Message, language)])) as Record<
    Message,
    string
  >;

/** One message, as it stands in the catalogue. */
export const messageOf = (message: Message, language: AppLanguage = 'en'): string =>
  MESSAGES[message][language] ?? MESSAGES[message].en ?? '';
