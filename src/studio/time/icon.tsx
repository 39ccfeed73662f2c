import type { ReactNode } from 'react';

const SHAPES = {
  play: 'M5 3.5v9l7.5-4.5z',
  pause: 'M4 3.5h3v9H4zM9 3.5h3v9H9z',
  back: 'M11.5 3.5v9L5.5 8zM4 3.5h1.5v9H4z',
  forward: 'M4.5 3.5v9l6-4.5zM10.5 3.5H12v9h-1.5z',
} as const;

export function Icon({ name }: { name: keyof typeof SHAPES }): ReactNode {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
