import { type ReactNode, useState } from 'react';
import { useProjectStore } from '../project/use-project.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Select } from '../ui/select.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { type Picked, type Place, pickedWords } from './picked.js';
import styles from './change-box.module.css';

/** The selected element, and what can be done with its place beside changing it by words. */
export function PickedPlace({
  picked,
  onPick,
}: {
  picked: Picked | null;
  onPick: (picked: Picked | null) => void;
}): ReactNode {
  const { id } = useProjectStore();
  if (!picked) return null;
  return (
    <div className={styles.picked}>
      <Meant key={`${picked.path}:${picked.line}`} picked={picked} onPick={onPick} />
      <ButtonLink size="small" look="quiet" to={`/p/${id}/code/${picked.path}?line=${picked.line}`}>
        Open the code
      </ButtonLink>
      <Button size="small" look="quiet" aria-label="Clear the selection" onClick={() => onPick(null)}>
        ✕
      </Button>
    </div>
  );
}

/** A component that several screens share is written in one place and used in others: either may be meant. */
function Meant({ picked, onPick }: { picked: Picked; onPick: (picked: Picked) => void }): ReactNode {
  const [places] = useState<readonly Place[]>(() => [picked, ...picked.outer]);
  if (places.length === 1) return <span className={styles.place}>{pickedWords(picked)}</span>;
  const choose = (index: number): void => {
    const place = places[index];
    if (place) onPick({ ...place, text: picked.text, outer: places.filter((each) => each !== place) });
  };
  return (
    <label className={styles.place}>
      <VisuallyHidden>The selected element</VisuallyHidden>
      <Select value={0} onChange={({ target }) => choose(Number(target.value))}>
        {places.map((place, index) => (
          <option key={`${place.path}:${place.line}`} value={index}>
            {pickedWords({ ...place, text: index === 0 ? picked.text : '' })}
          </option>
        ))}
      </Select>
    </label>
  );
}
