import { saysAny } from './functions/thing-data.js';
import type { KnownEntity } from './lexicon/domain.js';
import { DOMAINS } from './lexicon/domains.js';
import relations from './lexicon/relations.json' with { type: 'json' };
import { capitalised } from './nouns.js';
import { isLong, type PromptText } from './prompt-text.js';

/** The conversations of a chat that the prompt asks for by name (`team chat`) or by what is done, where the app has none yet. */
export const askedChat = (prompt: PromptText, known: readonly KnownEntity[]): KnownEntity | undefined => {
  const found = new RegExp(relations.chats, 'iu').exec(prompt.clean);
  const isAsked = found ?? saysAny(prompt.clean, relations.messaging);
  if (!isAsked || known.some(({ name }) => /^(?:Conversation|AssistantChat)$/.test(name))) return undefined;
  const conversation = DOMAINS.flatMap(({ entities }) => entities).find(({ name }) => name === 'Conversation');
  if (!conversation) throw new Error('The lexicon lacks conversations');
  const label = capitalised(`${found?.[1] ?? ''} chat`.trim().toLowerCase());
  const rows =
    found?.[1] === undefined && !isLong(prompt) && !saysAny(prompt.clean, relations['chats at work'])
      ? conversation.rows
      : [];
  return { ...conversation, label, plural: `${label}s`, rows };
};
