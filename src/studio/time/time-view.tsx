import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useCommands } from '../shell/commands.js';
import { useOpenProject, useProject } from '../project/use-project.js';
import { Empty, Failed, Loading, Notice } from '../ui/states.js';
import { useTitle } from '../ui/use-title.js';
import { Chapters } from './chapters.js';
import { DiffPanel } from './diff-panel.js';
import type { History } from './history.js';
import { MomentActions } from './moment-actions.js';
import { pastAddress } from './past-address.js';
import { PastStage } from './past-stage.js';
import { PlayerBar } from './player-bar.js';
import { useSights } from './sights.js';
import { useHistory } from './use-history.js';
import { useMoment } from './use-moment.js';
import { usePlayer } from './use-player.js';
import styles from './time-view.module.css';

/** `/p/:id/time`: the app running as it was at any moment, what changed there, and what can be done from there. */
export function TimePage(): ReactNode {
  return useOpenProject() ? <Time /> : <Loading what="Opening the project…" />;
}

function Time(): ReactNode {
  const history = useHistory();
  const id = useProject(({ state }) => state.id);
  const isCaughtUp = useProject((snapshot) => snapshot.isCaughtUp);
  const isBegun = history.frames.length > 0;
  const address = useQuery({ ...pastAddress(id), enabled: isBegun });
  useTitle(history.appName === undefined ? 'Time' : `${history.appName}: time`);
  if (history.isDeleted) return <Empty title="This project was deleted: its history is gone." />;
  if (!isBegun && !isCaughtUp) return <Loading what="Reading the history…" />;
  if (!isBegun)
    return <Empty title="Nothing has happened yet. Once there is something to see, you can go back to it here." />;
  if (address.error) return <Failed error={address.error} onRetry={() => void address.refetch()} />;
  if (address.data === undefined || !isCaughtUp) return <Loading what="Reading the history…" />;
  return <Moments history={history} pattern={address.data} />;
}

function Moments({ history, pattern }: { history: History; pattern: string }): ReactNode {
  const { frames, chapters } = history;
  const moment = useMoment(frames, true);
  const { sights, onSight } = useSights();
  const player = usePlayer(frames, moment, sights);
  const { pause, toggle } = player;
  const { go, index } = moment;
  const last = frames.length - 1;
  const toNow = useCallback(() => go(Number.MAX_SAFE_INTEGER), [go]);
  const jump = useCallback(
    (to: number) => {
      pause();
      go(to);
    },
    [pause, go],
  );
  useFilmCommands(toggle, toNow);
  const frame = frames[index];
  if (!frame) return null;
  return (
    <div className={styles.time}>
      <h1 className={styles.heading}>{history.appName ?? 'The app'}, as it came to be</h1>
      <div className={styles.film}>
        <PastStage {...{ frames, pattern, sights, onSight, index }} isPlaying={player.isPlaying} />
        <div className={styles.bar}>
          <PlayerBar {...{ frames, chapters, moment, player }} />
        </div>
      </div>
      <div className={styles.story}>
        <MomentActions frame={frame} frames={frames} isNow={index === last} onRestored={toNow} />
        {index < last && <Notice tone="info">You are looking at the past. The app itself does not change.</Notice>}
        <Chapters history={history} index={index} onGo={jump} />
        <DiffPanel frames={frames} index={index} />
      </div>
    </div>
  );
}

function useFilmCommands(toggle: () => void, toNow: () => void): void {
  useCommands(
    useMemo(
      () => [
        { id: 'time.play', label: 'Play or pause the film', run: toggle },
        { id: 'time.now', label: 'Go to the newest moment', run: toNow },
      ],
      [toggle, toNow],
    ),
  );
}
