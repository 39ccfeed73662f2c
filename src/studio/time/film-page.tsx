import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useParams } from 'react-router';
import { isProjectId } from '../../contract/project-id.js';
import { ApiError } from '../api/http.js';
import { ProjectProvider } from '../project/project-provider.js';
import { useProject } from '../project/use-project.js';
import { NotFound } from '../shell/not-found.js';
import { TopBar } from '../shell/top-bar.js';
import { ButtonLink } from '../ui/button.js';
import { Empty, Failed, Loading } from '../ui/states.js';
import { useTitle } from '../ui/use-title.js';
import type { History } from './history.js';
import { pastAddress } from './past-address.js';
import { PastStage } from './past-stage.js';
import { PlayerBar } from './player-bar.js';
import { useSights } from './sights.js';
import { useHistory } from './use-history.js';
import { useMoment } from './use-moment.js';
import { usePlayer } from './use-player.js';
import styles from './film-page.module.css';

/** `/film/:id`: how an app came to be, and nothing else; what a share link leads to. */
export function FilmPage(): ReactNode {
  const { id = '' } = useParams();
  const isId = isProjectId(id);
  // Opening a project that is not there would begin to prepare it.
  const address = useQuery({ ...pastAddress(id), enabled: isId });
  if (!isId) return <NotFound />;
  return (
    <>
      <TopBar
        middle={
          <ButtonLink to={`/p/${id}`} size="small">
            Open in the studio
          </ButtonLink>
        }
      />
      <main id="main" className={styles.page}>
        {address.error && <NoFilm error={address.error} onRetry={() => void address.refetch()} />}
        {address.isPending && <Loading what="Opening the film…" />}
        {address.data !== undefined && (
          <ProjectProvider id={id}>
            <Film pattern={address.data} />
          </ProjectProvider>
        )}
      </main>
    </>
  );
}

function NoFilm({ error, onRetry }: { error: Error; onRetry: () => void }): ReactNode {
  const status = error instanceof ApiError ? error.status : undefined;
  if (status === 404) return <Empty title="There is no film here: this service has no such project." />;
  if (status === 410) return <Empty title="This film is over: its project was deleted." />;
  return <Failed error={error} onRetry={onRetry} />;
}

function Film({ pattern }: { pattern: string }): ReactNode {
  const history = useHistory();
  const isCaughtUp = useProject((snapshot) => snapshot.isCaughtUp);
  useTitle(history.appName === undefined ? 'Film' : `${history.appName}: how it came to be`);
  if (history.isDeleted) return <Empty title="This film is over: its project was deleted." />;
  if (!isCaughtUp) return <Loading what="Opening the film…" />;
  if (history.frames.length === 0) return <Empty title="Nothing has happened yet. The film will start by itself." />;
  return <Playing history={history} pattern={pattern} />;
}

function Playing({ history, pattern }: { history: History; pattern: string }): ReactNode {
  const { frames, chapters } = history;
  const moment = useMoment(frames, false);
  const { sights, onSight } = useSights();
  const player = usePlayer(frames, moment, sights);
  useBeginning(player.toggle);
  return (
    <div className={styles.film}>
      <h1>{history.appName ?? 'An app'}, as it came to be</h1>
      <PastStage {...{ frames, pattern, sights, onSight }} index={moment.index} isPlaying={player.isPlaying} />
      <PlayerBar {...{ frames, chapters, moment, player }} />
    </div>
  );
}

/** It begins by itself, but for people who want nothing to move by itself. */
function useBeginning(toggle: () => void): void {
  const begin = useEffectEvent(toggle);
  // Once, when the page is opened.
  useEffect(() => {
    if (!window.matchMedia('(prefers-reduced-motion: reduce)').matches) begin();
  }, []);
}
