import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Experiment } from '../../contract/experiments.js';
import { Button } from '../ui/button.js';
import { toast } from '../ui/toasts.js';
import { afterUndoWindow } from '../ui/undo-window.js';
import { control, experimentQuery, experimentsQuery } from './api.js';
import styles from './controls.module.css';

/** Suspends, resumes and cancels. */
export function Controls({ experiment: { experiment_id: id, status } }: { experiment: Experiment }): ReactNode {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (what: 'suspend' | 'resume' | 'cancel') => control(id, what),
    onError: (error) => toast(error.message, { tone: 'bad' }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries(experimentQuery(id)),
        client.invalidateQueries({ queryKey: experimentsQuery().queryKey }),
      ]),
  });
  if (status === 'complete' || status === 'cancelled') return null;
  return (
    <div className={styles.controls}>
      {status === 'running' ? (
        <Button size="small" disabled={isPending} onClick={() => mutate('suspend')}>
          Suspend
        </Button>
      ) : (
        <Button size="small" look="primary" disabled={isPending} onClick={() => mutate('resume')}>
          Resume
        </Button>
      )}
      <Button
        size="small"
        look="danger"
        disabled={isPending}
        onClick={() =>
          afterUndoWindow('The experiment and its active run are about to be cancelled.', () => mutate('cancel'))
        }
      >
        Cancel
      </Button>
    </div>
  );
}
