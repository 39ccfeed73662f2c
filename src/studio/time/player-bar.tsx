import { type CSSProperties, type ReactNode, useId } from 'react';
import { Button } from '../ui/button.js';
import { ago } from '../ui/format.js';
import { Select } from '../ui/select.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { captionOf } from './captions.js';
import { type Speed, SPEEDS } from './film.js';
import type { Chapter, Frame } from './history.js';
import { Icon } from './icon.js';
import type { Moment } from './use-moment.js';
import type { Player } from './use-player.js';
import styles from './player-bar.module.css';

/** What happened, the slider over all the moments, and the film's controls. */
export function PlayerBar({
  frames,
  chapters,
  moment,
  player,
}: {
  frames: readonly Frame[];
  chapters: readonly Chapter[];
  moment: Moment;
  player: Player;
}): ReactNode {
  const frame = frames[moment.index];
  return (
    <div className={styles.player}>
      <p className={styles.caption} aria-live={player.isPlaying ? 'polite' : 'off'}>
        {frame && captionOf(frame, frames)}
      </p>
      <Slider frames={frames} chapters={chapters} moment={moment} onPull={player.pause} />
      <Controls frames={frames} moment={moment} player={player} />
    </div>
  );
}

function Slider({
  frames,
  chapters,
  moment: { index, go },
  onPull,
}: {
  frames: readonly Frame[];
  chapters: readonly Chapter[];
  moment: Moment;
  onPull: () => void;
}): ReactNode {
  const id = useId();
  const frame = frames[index];
  const words = frame ? `${captionOf(frame, frames)}, ${index + 1} of ${frames.length}` : '';
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>
        <VisuallyHidden>Moment of the app</VisuallyHidden>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={frames.length - 1}
        step={1}
        value={index}
        aria-valuetext={words}
        onChange={({ target }) => {
          onPull();
          go(target.valueAsNumber);
        }}
      />
      {chapters.length > 1 && <Marks frames={frames} chapters={chapters} />}
    </div>
  );
}

/** Where each run, revision and editing session begins. */
function Marks({ frames, chapters }: { frames: readonly Frame[]; chapters: readonly Chapter[] }): ReactNode {
  const last = Math.max(1, frames.length - 1);
  const firsts = frames.flatMap(({ chapter }, index) =>
    frames[index - 1]?.chapter === chapter ? [] : [{ chapter, index }],
  );
  return (
    <div className={styles.marks} aria-hidden="true">
      {firsts.map(({ chapter, index }) => (
        <i key={index} data-kind={chapters[chapter]?.kind} style={{ '--at': index / last } as CSSProperties} />
      ))}
    </div>
  );
}

function Controls({
  frames,
  moment: { index, go },
  player,
}: {
  frames: readonly Frame[];
  moment: Moment;
  player: Player;
}): ReactNode {
  const frame = frames[index];
  const step = (to: number) => () => {
    player.pause();
    go(to);
  };
  return (
    <div className={styles.controls}>
      <Button look="quiet" size="small" aria-label="The moment before" disabled={index <= 0} onClick={step(index - 1)}>
        <Icon name="back" />
      </Button>
      <Button look="primary" onClick={player.toggle} disabled={frames.length < 2}>
        <Icon name={player.isPlaying ? 'pause' : 'play'} /> {player.isPlaying ? 'Pause' : 'Play'}
      </Button>
      <Button
        look="quiet"
        size="small"
        aria-label="The next moment"
        disabled={index >= frames.length - 1}
        onClick={step(index + 1)}
      >
        <Icon name="forward" />
      </Button>
      <SpeedChoice player={player} />
      <span className={styles.place}>
        {index + 1} of {frames.length}
        {frame && (
          <>
            {' · '}
            <time dateTime={frame.at} title={new Date(frame.at).toLocaleString()}>
              {ago(frame.at)}
            </time>
          </>
        )}
      </span>
    </div>
  );
}

function SpeedChoice({ player: { speed, setSpeed } }: { player: Player }): ReactNode {
  return (
    <label className={styles.speed}>
      <VisuallyHidden>Speed</VisuallyHidden>
      <Select value={speed} onChange={({ target }) => setSpeed(Number(target.value) as Speed)}>
        {SPEEDS.map((each) => (
          <option key={each} value={each}>
            {each}×
          </option>
        ))}
      </Select>
    </label>
  );
}
