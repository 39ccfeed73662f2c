import type { ModelMessage, ModelRequest } from '../language-model.port.js';
import type { Dialect } from './dialect.js';

/**
 * The request's messages in the form that a server accepts. Without a system role, that text comes at the beginning of the first
 * user message; the templates of such servers also require user and assistant to take turns.
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
