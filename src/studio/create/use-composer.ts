import { useEffect, useState } from 'react';
import { useKeptDraft } from '../ui/kept-draft.js';
import type { Composed } from './composed.js';
import { useWarmDraft } from './use-warm-draft.js';

export interface Composer {
  readonly request: Composed;
  readonly setPrompt: (prompt: string) => void;
  readonly setTemplate: (id: string) => void;
  readonly fill: (composed: Composed) => void;
  /** It is on its way: the next one begins empty. */
  readonly sent: () => void;
}

type More = Omit<Composed, 'prompt'>;

/** @param isPage what is composed outlives a reload, and typing opens the draft project */
export function useComposer(isPage: boolean, first?: { prompt: string; templateId: string | null }): Composer {
  const kept = useKeptDraft('prompt');
  const own = useState(first?.prompt ?? '');
  const [prompt, setPrompt] = isPage ? kept : own;
  const [more, setMore] = useMore(isPage, first?.templateId ? { template_id: first.templateId } : {});
  const warm = useWarmDraft();
  const isKept = isPage && kept[0].trim() !== '';
  // Also what was typed before a reload.
  useEffect(() => {
    if (isKept) warm();
  }, [isKept, warm]);
  return {
    request: { prompt, ...more },
    setPrompt,
    setTemplate: (id) => setMore({ ...more, template_id: id || undefined }),
    fill: ({ prompt: next, template_id, options }) => {
      setPrompt(next);
      setMore({ ...(template_id && { template_id }), ...(options && { options }) });
    },
    sent: () => {
      setPrompt('');
      setMore({});
    },
  };
}

/** What goes with the prompt: its style, a preset's options. */
function useMore(isKept: boolean, first: More): readonly [More, (more: More) => void] {
  const own = useState(first);
  const [kept, keep] = useKeptDraft('prompt.more');
  if (!isKept) return own;
  return [kept === '' ? {} : (JSON.parse(kept) as More), (more) => keep(JSON.stringify(more))];
}
