import { useState } from 'react';

/** What a person is typing and has not sent: it is there again after a reload of this tab. */
export function useKeptDraft(key: string, first = ''): readonly [draft: string, change: (draft: string) => void] {
  const name = `firstlight.draft.${key}`;
  const [draft, setDraft] = useState(() => sessionStorage.getItem(name) ?? first);
  const change = (next: string): void => {
    setDraft(next);
    if (next) sessionStorage.setItem(name, next);
    else sessionStorage.removeItem(name);
  };
  return [draft, change];
}
