import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { AdminRun } from '../../contract/admin/runs.js';
import { Button, ButtonLink } from '../ui/button.js';
import { toast } from '../ui/toasts.js';
import { afterUndoWindow } from '../ui/undo-window.js';
import { actOnRun, deleteProject, suspendPreview } from './api.js';
import styles from './run-actions.module.css';

/** What may be done about a run and its project. */
export function RunActions({ run: { project_id: project, status, app_name } }: { run: AdminRun }): ReactNode {
  const act = useAction((what: 'cancel' | 'retry') => actOnRun(project, what));
  const suspend = useAction(async () => toast(suspendWords((await suspendPreview(project)).suspended)));
  const remove = useDelete(project);
  const deleteLater = (): void =>
    afterUndoWindow(`${app_name ?? project} is about to be deleted for good.`, () => remove.mutate());
  return (
    <div className={styles.actions}>
      <ButtonLink size="small" to={`/p/${project}`}>
        Open
      </ButtonLink>
      {status === 'active' && (
        <Button size="small" disabled={act.isPending} onClick={() => act.mutate('cancel')}>
          Cancel the run
        </Button>
      )}
      {status === 'failed' && (
        <Button size="small" disabled={act.isPending} onClick={() => act.mutate('retry')}>
          Try again
        </Button>
      )}
      <Button size="small" disabled={suspend.isPending} onClick={() => suspend.mutate(undefined)}>
        Suspend its preview
      </Button>
      <Button size="small" look="danger" disabled={remove.isPending} onClick={deleteLater}>
        Delete for good
      </Button>
    </div>
  );
}

function suspendWords(isSuspended: boolean): string {
  return isSuspended
    ? 'The preview is suspended. Opening it wakes it up.'
    : 'There was nothing to suspend: somebody is viewing the preview, or it was not built.';
}

function useAction<What>(act: (what: What) => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onError: (error) => toast(error.message, { tone: 'bad' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['admin'] }),
  });
}

function useDelete(project: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => deleteProject(project),
    onError: (error) => toast(error.message, { tone: 'bad' }),
    onSuccess: () => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'admin' && queryKey[3] === project });
      void client.invalidateQueries({ queryKey: ['admin'] });
      toast('The project was deleted.');
      if (location.pathname.startsWith(`/admin/runs/${project}/`)) void navigate('/admin', { replace: true });
    },
  });
}
