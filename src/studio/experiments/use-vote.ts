import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usePerson } from '../ui/person.js';
import { toast } from '../ui/toasts.js';
import { experimentQuery, vote } from './api.js';

/** This person's vote: the second one moves the first. */
export function useVote(id: string): { readonly cast: (arm: string) => void; readonly isPending: boolean } {
  const { name: person } = usePerson();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (arm: string) => vote(id, arm, person),
    onError: (error) => toast(error.message, { tone: 'bad' }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['ballot', id] }),
        client.invalidateQueries(experimentQuery(id)),
      ]),
  });
  return { cast: mutate, isPending };
}
