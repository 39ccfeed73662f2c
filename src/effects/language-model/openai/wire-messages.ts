import type { ModelMessage, ModelRequest } from '../language-model.port.js';
import type { Dialect } from './dialect.js';

/**
 * The request's messages as a server takes them. One without a system role has that text at the beginning of the first thing the
 * user says; such servers' templates also want user and assistant to take turns.
 */
export function wireMessages({ messages }: ModelRequest, { hasSystemRole }: Dialect): ModelMessage[] {
  if (hasSystemRole) return [...messages];
  const folded = messages.map(({ role, content }): ModelMessage => ({
    role: role === 'system' ? 'user' : role,
    content,
  }));
  const turns: ModelMessage[] = [];
  for (const message of folded) {
    const last = turns.at(-1);
    if (last?.role === message.role)
      turns[turns.length - 1] = { ...last, content: `${last.content}\n\n${message.content}` };
    else turns.push(message);
  }
  return turns;
}
