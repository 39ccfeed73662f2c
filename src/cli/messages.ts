import type { LogMessage } from '../contract/messages/log-message.js';
import { isEnd } from '../contract/messages/server-message.js';

/** Whether the run of the messages up to this one goes on after it; undefined where it says nothing of that. */
export function isActiveAfter(message: LogMessage): boolean | undefined {
  if (isEnd(message)) return false;
  return message.type === 'run' ? message.data.run_status === 'active' : undefined;
}
