import type { ReactNode } from 'react';
import { Button } from '../ui/button.js';
import type { Picked } from './picked.js';
import { usePicking } from './use-picking.js';

/** Lets the person point at an element of the running app. */
export function PointButton({ onPick }: { onPick: (picked: Picked) => void }): ReactNode {
  const { canPick, isOn, turn } = usePicking(onPick);
  return (
    <Button
      size="small"
      disabled={!canPick}
      aria-pressed={isOn}
      title={isOn ? 'Press Escape to stop' : 'Show which part of the app you mean'}
      onClick={() => turn(!isOn)}
    >
      <svg
        width="14"
        height="14"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
      >
        <path d="M8 1v3M8 12v3M1 8h3M12 8h3" strokeLinecap="round" />
        <circle cx="8" cy="8" r="4" />
      </svg>
      {isOn ? 'Click something in the app…' : 'Point at something'}
    </Button>
  );
}
