import { useKeptDraft } from '../ui/kept-draft.js';
import { type Picked, readPicked } from './picked.js';

export interface ChangeDraft {
  readonly instruction: string;
  readonly write: (instruction: string) => void;
  readonly picked: Picked | null;
  readonly pick: (picked: Picked | null) => void;
}

/** The next change, as far as it has been written: it is there again after a reload. */
export function useChangeDraft(id: string): ChangeDraft {
  const [instruction, write] = useKeptDraft(`change.${id}`);
  const [kept, keep] = useKeptDraft(`change.${id}.at`);
  const pick = (picked: Picked | null): void => keep(picked ? JSON.stringify(picked) : '');
  return { instruction, write, picked: parsed(kept), pick };
}

function parsed(kept: string): Picked | null {
  return kept === '' ? null : (readPicked(JSON.parse(kept)) ?? null);
}
