import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, type ReactNode, useCallback, useState } from 'react';
import { useProjectStore } from '../project/use-project.js';
import { Sky } from '../see/sky.js';
import { Unreachable } from '../see/unreachable.js';
import { Loading, Notice } from '../ui/states.js';
import { captionOf } from './captions.js';
import { type Frame, hasApp } from './history.js';
import { PastFrame, type Sight } from './past-frame.js';
import { momentAddresses, pastUrl } from './past-address.js';
import { breakOf, isSettled, shownFor, type Sights } from './sights.js';
import { useRested } from './use-rested.js';
import { useStageScale } from './use-stage-scale.js';
import styles from './past-stage.module.css';

/** A slider that is pulled opens what it rests on, not what it passes. */
const REST_MS = 160;

interface StageProps {
  readonly frames: readonly Frame[];
  readonly index: number;
  /** The address of past versions. */
  readonly pattern: string;
  readonly isPlaying: boolean;
  readonly sights: Sights;
  readonly onSight: (seq: number, sight: Sight) => void;
}

/** The app running as it was, on a phone; the next one of a film opens behind it. */
export function PastStage(props: StageProps): ReactNode {
  const { frames, index, isPlaying, sights } = props;
  const at = Math.min(useRested(index, isPlaying ? 0 : REST_MS), frames.length - 1);
  const frame = frames[at];
  const [room, scale] = useStageScale();
  return (
    <div className={styles.stage} ref={room} style={{ '--scale': scale.toFixed(3) } as CSSProperties}>
      <div className={styles.device}>
        <div className={styles.glass}>
          <Screen {...props} at={at} />
        </div>
      </div>
      {frame && hasApp(frame) && <Broken frames={frames} at={at} why={breakOf(frame, sights)} sights={sights} />}
    </div>
  );
}

function Screen(props: StageProps & { readonly at: number }): ReactNode {
  const { frames, at, pattern, sights, onSight } = props;
  const frame = frames[at];
  const target = frame && hasApp(frame) ? shownFor(frames, at, sights) : undefined;
  const visible = useVisible(target, sights);
  const isUnreachable = target !== undefined && sights[target.seq]?.is === 'unreachable';
  const isComing = target !== undefined && !isUnreachable && visible !== target.seq;
  return (
    <>
      {opened(props, target, visible).map((each) => (
        <OpenFrame
          key={each.seq}
          seq={each.seq}
          url={pastUrl(pattern, each)}
          isShown={each.seq === visible}
          onSight={onSight}
        />
      ))}
      {frame?.news.kind === 'plan' && <Sky plan={frame.news.plan} words="The plan. There is no app yet." />}
      {isUnreachable && <UnreachableMoment url={pastUrl(pattern, target)} frame={target} />}
      {isComing && visible === undefined && <Sky plan={null} words="Opening the app as it was…" />}
      {isComing && visible !== undefined && (
        <div className={styles.coming}>
          <Loading what="Opening…" />
        </div>
      )}
    </>
  );
}

function UnreachableMoment({ url, frame }: { url: string; frame: Frame }): ReactNode {
  const { id } = useProjectStore();
  const { data: urls = null, isPending } = useQuery(momentAddresses(id, frame.seq));
  return isPending ? <Loading /> : <Unreachable url={url} urls={urls} />;
}

/** The seq of the version that is seen: the one before stays until the next has drawn itself. */
function useVisible(target: Frame | undefined, sights: Sights): number | undefined {
  const [kept, setKept] = useState<number>();
  const isDrawn = target !== undefined && sights[target.seq]?.is === 'shown';
  if (isDrawn && kept !== target.seq) setKept(target.seq);
  if (!target && kept !== undefined) setKept(undefined);
  if (!target) return undefined;
  return isDrawn ? target.seq : kept;
}

/** In order of seq: a frame that moved within the page would load again. */
function opened(
  { frames, at, isPlaying, sights }: StageProps & { readonly at: number },
  target: Frame | undefined,
  visible: number | undefined,
): readonly Frame[] {
  const here = frames[at];
  const next = isPlaying && here && (isSettled(here, sights) || !target) ? frames[at + 1] : undefined;
  const isNextWanted = next && hasApp(next) && next.trouble === undefined;
  const wanted = new Set([visible, target?.seq, isNextWanted ? next.seq : undefined]);
  return frames.filter(({ seq }) => wanted.has(seq));
}

function OpenFrame({
  seq,
  onSight,
  ...others
}: {
  seq: number;
  url: string;
  isShown: boolean;
  onSight: StageProps['onSight'];
}): ReactNode {
  const tell = useCallback((sight: Sight) => onSight(seq, sight), [seq, onSight]);
  return <PastFrame {...others} title={others.isShown ? 'The app as it was' : 'Another moment'} onSight={tell} />;
}

function Broken({
  frames,
  at,
  why,
  sights,
}: {
  frames: readonly Frame[];
  at: number;
  why: string | undefined;
  sights: Sights;
}): ReactNode {
  if (why === undefined) return null;
  const instead = shownFor(frames, at, sights);
  const [line = ''] = why.split('\n').filter((text) => text.trim() !== '');
  return (
    <Notice tone="warn">
      This version does not work: {line}{' '}
      {instead && `You see the last one before it that does (${captionOf(instead, frames)}).`}
    </Notice>
  );
}
