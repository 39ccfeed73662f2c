import { useMutation } from '@tanstack/react-query';
import type { Versions } from '../../contract/history.js';
import { type Person, restore } from '../api/changes.js';
import { get } from '../api/http.js';
import { useProjectStore } from '../project/use-project.js';
import { toast } from '../ui/toasts.js';
import { refused } from './refused.js';

interface Wanted {
  readonly toSeq: number;
  /** What the moment is called. */
  readonly caption: string;
}

/** Goes back to a moment, by new events; what was there before can be had again as easily. */
export function useRestore(onRestored: () => void) {
  const store = useProjectStore();
  const undo = (seq: number): void => void takenBack(store, seq).then(onRestored, refused);
  return useMutation({
    mutationFn: ({ toSeq }: Wanted) => restore(store, toSeq),
    onSuccess: ({ seq }, { caption }) => {
      onRestored();
      toast(`The app is back to “${caption}”.`, { undo: () => undo(seq) });
    },
    onError: refused,
  });
}

/** To just before the restore, what people were typing then included. @param seq its last event */
async function takenBack(person: Person, seq: number): Promise<void> {
  const { versions } = await get<Versions>(`/api/v1/projects/${person.id}/versions`);
  const entry = versions.find((version) => version.kind === 'restore' && version.seq === seq);
  if (!entry) throw new Error('The history does not have this restore.');
  await restore(person, entry.first_seq - 1);
}
