import { type ReactNode, useEffect, useRef } from 'react';
import { Card } from '../ui/card.js';
import { ago, count } from '../ui/format.js';
import { captionOf, chapterTitle } from './captions.js';
import type { Chapter, ChapterKind, Frame, History } from './history.js';
import styles from './chapters.module.css';

const KINDS: Readonly<Record<ChapterKind, string>> = {
  run: 'Run',
  revision: 'Change',
  fork: 'Fork',
  edit: 'Edit',
  restore: 'Restore',
};

/** Everything that happened, the newest first: each run, change, editing session and restore with its moments. */
export function Chapters({
  history: { chapters, frames },
  index,
  onGo,
}: {
  history: History;
  index: number;
  onGo: (index: number) => void;
}): ReactNode {
  const withFrames = chapters.map((chapter, at) => ({
    chapter,
    moments: frames.flatMap((frame, place) => (frame.chapter === at ? [{ frame, place }] : [])),
  }));
  return (
    <Card title="All moments" aside={count(frames.length, 'moment')}>
      <ol className={styles.chapters} reversed>
        {withFrames.toReversed().map(({ chapter, moments }) => (
          <li key={chapter.seq}>
            <ChapterHead chapter={chapter} />
            <ol className={styles.moments}>
              {moments.toReversed().map(({ frame, place }) => (
                <li key={frame.seq}>
                  <MomentButton frame={frame} frames={frames} isHere={place === index} onGo={() => onGo(place)} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function ChapterHead({ chapter }: { chapter: Chapter }): ReactNode {
  return (
    <h3 className={styles.head}>
      <span className={styles.kind} data-kind={chapter.kind}>
        {KINDS[chapter.kind]}
      </span>
      <span className={styles.title}>{chapterTitle(chapter)}</span>
      <time className={styles.when} dateTime={chapter.at} title={new Date(chapter.at).toLocaleString()}>
        {ago(chapter.at)}
      </time>
    </h3>
  );
}

function MomentButton({
  frame,
  frames,
  isHere,
  onGo,
}: {
  frame: Frame;
  frames: readonly Frame[];
  isHere: boolean;
  onGo: () => void;
}): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isHere) scrollInto(button.current);
  }, [isHere]);
  return (
    <button
      ref={button}
      type="button"
      className={styles.moment}
      aria-current={isHere ? 'step' : undefined}
      onClick={onGo}
    >
      <span>{captionOf(frame, frames)}</span>
      {frame.trouble !== undefined && <span className={styles.trouble}>does not compile</span>}
    </button>
  );
}

/** Within its list alone: the page itself stays where it is. */
function scrollInto(element: HTMLElement | null): void {
  const list = element?.closest<HTMLElement>(`.${styles.chapters ?? ''}`);
  if (!element || !list) return;
  const [inner, outer] = [element.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop += inner.top - outer.top;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
}
