import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Forked } from '../../contract/history.js';
import { post } from '../api/http.js';
import { useProject, useProjectStore } from '../project/use-project.js';
import { Button } from '../ui/button.js';
import { toast } from '../ui/toasts.js';
import { captionOf } from './captions.js';
import { type Frame, hasApp } from './history.js';
import { refused } from './refused.js';
import { ShareFilm } from './share-film.js';
import { useRestore } from './use-restore.js';
import styles from './moment-actions.module.css';

/** What can be done with the moment that is looked at. */
export function MomentActions({
  frame,
  frames,
  isNow,
  onRestored,
}: {
  frame: Frame;
  frames: readonly Frame[];
  isNow: boolean;
  onRestored: () => void;
}): ReactNode {
  const [isSharing, setIsSharing] = useState(false);
  const caption = captionOf(frame, frames);
  const restore = useRestore(onRestored);
  const fork = useFork();
  const isApp = hasApp(frame);
  return (
    <div className={styles.actions} role="toolbar" aria-label="This moment">
      {!isNow && (
        <Button
          look="primary"
          disabled={!isApp || restore.isPending}
          title="Restores the app to this moment; nothing is lost"
          onClick={() => restore.mutate({ toSeq: frame.seq, caption })}
        >
          {restore.isPending ? 'Restoring…' : 'Restore'}
        </Button>
      )}
      <Button
        disabled={!isApp || fork.isPending}
        title="Starts a new app from here"
        onClick={() => fork.mutate(frame.seq)}
      >
        {fork.isPending ? 'Forking…' : 'Fork from here'}
      </Button>
      <CopyMoment seq={frame.seq} />
      <Button onClick={() => setIsSharing(true)}>Share the film</Button>
      {isSharing && <ShareFilm onClose={() => setIsSharing(false)} />}
    </div>
  );
}

function useFork() {
  const store = useProjectStore();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (seq: number) =>
      post<Forked>(`/api/v1/projects/${store.id}/fork`, { at_seq: seq, user_id: store.userId }),
    onSuccess: async ({ project_id }) => {
      toast('This is a new app. It continues from the moment you were looking at.');
      await navigate(`/p/${project_id}`);
    },
    onError: refused,
  });
}

function CopyMoment({ seq }: { seq: number }): ReactNode {
  const id = useProject(({ state }) => state.id);
  const copy = async (): Promise<void> => {
    const link = new URL(`/p/${id}/time?seq=${seq}`, window.location.href).href;
    await navigator.clipboard.writeText(link).then(
      () => toast('The link to this moment was copied.'),
      () => toast(`The browser does not let this page copy. The link is ${link}`, { tone: 'bad' }),
    );
  };
  return <Button onClick={() => void copy()}>Copy link</Button>;
}
