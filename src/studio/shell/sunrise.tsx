import type { ReactNode } from 'react';

/** The mark of Firstlight. */
export function Sunrise(): ReactNode {
  return (
    <svg viewBox="0 0 32 32" width="27" height="27" aria-hidden="true">
      <defs>
        <linearGradient id="sun" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#f8c16b" />
          <stop offset="1" stopColor="#e8654b" />
        </linearGradient>
      </defs>
      <path d="M6 21a10 10 0 0 1 20 0z" fill="url(#sun)" />
      <path d="M3 25h26" stroke="currentColor" strokeWidth="2" strokeLinecap="round" opacity=".55" />
    </svg>
  );
}
