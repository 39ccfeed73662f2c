import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Filter, withFilter } from './runs-filter.js';

const PAUSE_MS = 600;

/** One filter, as the address has it. */
export function useFilter(name: Filter): readonly [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  return [
    search.get(name) ?? '',
    (value) => setSearch((before) => withFilter(before, name, value), { replace: true, preventScrollReset: true }),
  ];
}

/** One that is typed: it comes into the address once the typing has paused. Another way there (Back, a link) changes what is typed. */
export function useTypedFilter(name: Filter): {
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly send: (text: string) => void;
} {
  const [given, change] = useFilter(name);
  const [typed, setTyped] = useState(given);
  const [sent, setSent] = useState(given);
  const [seen, setSeen] = useState(given);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (seen !== given) {
    setSeen(given);
    if (given !== sent) setTyped(given);
  }
  const send = (text: string): void => {
    clearTimeout(timer.current);
    setSent(text.trim());
    change(text.trim());
  };
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(text), PAUSE_MS);
  };
  return { typed, type, send };
}
