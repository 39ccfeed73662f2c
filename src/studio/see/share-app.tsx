import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { post } from '../api/http.js';
import { useProject } from '../project/use-project.js';
import { Button } from '../ui/button.js';
import styles from './share-app.module.css';

/** A copy of the app that stays as it is, at an address of its own. */
export function ShareApp(): ReactNode {
  const id = useProject(({ state }) => state.id);
  const share = useProject(({ state }) => state.share);
  const asked = useMutation({ mutationFn: () => post(`/api/v1/projects/${id}/share`) });
  const isBusy = share.state === 'exporting' || asked.isPending;
  const problem = asked.error?.message ?? (share.state === 'failed' ? share.message : undefined);
  return (
    <>
      <Button title="Makes a copy of the app that stays as it is" disabled={isBusy} onClick={() => asked.mutate()}>
        {isBusy ? 'Making the copy…' : share.url === undefined ? 'Share' : 'Share the app as it is now'}
      </Button>
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {share.url !== undefined && (
        <p className={styles.shared}>
          Shared at{' '}
          <a href={share.url} target="_blank" rel="noopener">
            {share.url}
          </a>
        </p>
      )}
    </>
  );
}
