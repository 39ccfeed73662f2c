import { useMutation } from '@tanstack/react-query';
import { restore } from '../api/changes.js';
import { useProjectStore } from '../project/use-project.js';
import { toast } from '../ui/toasts.js';
import type { Change } from './changes.js';

/** Takes a change back, by having the files as they were before it; that can be taken back as well. */
export function useUndo({ beforeSeq }: Change): { take: () => void; isPending: boolean } {
  const store = useProjectStore();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ seq }: { seq: number; isRedo: boolean }) => restore(store, seq),
    onError: (error) => toast(error.message, { tone: 'bad' }),
    onSuccess: (_, { isRedo }, before: { head: number } | undefined) => {
      if (isRedo || !before) toast('Undone.');
      else toast('Undone.', { undo: () => mutate({ seq: before.head, isRedo: true }) });
    },
    onMutate: () => ({ head: store.snapshot().state.seq }),
  });
  return { take: () => mutate({ seq: beforeSeq, isRedo: false }), isPending };
}
