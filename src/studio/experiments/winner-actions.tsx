import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Forked } from '../../contract/history.js';
import { post } from '../api/http.js';
import { deletePreset, presetsQuery, savePreset } from '../api/presets.js';
import { Button } from '../ui/button.js';
import { usePerson } from '../ui/person.js';
import { toast } from '../ui/toasts.js';
import type { ArmOf } from './measures.js';

/** Continues with the app of an arm, or saves its prompt. */
export function WinnerActions({
  experimentName,
  arm,
  projectId,
}: {
  experimentName: string;
  arm: ArmOf;
  projectId: string | undefined;
}): ReactNode {
  const fork = useFork();
  const save = useSaveArm(experimentName, arm);
  return (
    <>
      {projectId !== undefined && (
        <Button size="small" disabled={fork.isPending} onClick={() => fork.mutate(projectId)}>
          Fork this app
        </Button>
      )}
      <Button size="small" disabled={save.isPending} onClick={() => save.mutate()}>
        Save as preset
      </Button>
    </>
  );
}

function useFork() {
  const { name: user_id } = usePerson();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (projectId: string) => post<Forked>(`/api/v1/projects/${projectId}/fork`, { user_id }),
    onSuccess: ({ project_id: id }) => void navigate(`/p/${id}`),
    onError: (error) => toast(error.message, { tone: 'bad' }),
  });
}

function useSaveArm(experimentName: string, { arm, prompt, template_id, model, seed }: ArmOf) {
  const client = useQueryClient();
  const renew = (): void => void client.invalidateQueries(presetsQuery());
  const takeBack = (id: string): void => {
    deletePreset(id).then(renew, (error: unknown) => toast(String(error), { tone: 'bad' }));
  };
  return useMutation({
    mutationFn: () =>
      savePreset({
        name: `${experimentName}, arm ${arm.toUpperCase()}`.slice(-80),
        prompt,
        template_id,
        options: { ...(model !== null && { model }), ...(seed !== null && { seed }) },
      }),
    onSuccess: ({ id, name }) => {
      renew();
      toast(`Saved as the preset “${name}”.`, { undo: () => takeBack(id) });
    },
    onError: (error) => toast(error.message, { tone: 'bad' }),
  });
}
