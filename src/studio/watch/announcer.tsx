import { type ReactNode, useEffect, useState } from 'react';
import type { LogMessage } from '../../contract/messages/log-message.js';
import { useProject } from '../project/use-project.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';

const PAUSE_MS = 1_000;

/** Screen readers hear at most one line a second, and always the last one. */
export function Announcer(): ReactNode {
  const words = useProject(({ messages, isCaughtUp }) => (isCaughtUp ? wordsOf(messages.at(-1)) : null));
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (words === null) return undefined;
    const timer = setTimeout(() => setSaid(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <VisuallyHidden>
      <span aria-live="polite">{said}</span>
    </VisuallyHidden>
  );
}

function wordsOf(message: LogMessage | undefined): string | null {
  switch (message?.type) {
    case 'progress':
      return `${message.data.message}, ${message.data.progress} %`;
    case 'complete':
      return `${message.data.app_name} is complete`;
    case 'error':
      return `Failed: ${message.error}`;
    case 'cancelled':
      return message.data.message;
    default:
      return null;
  }
}
