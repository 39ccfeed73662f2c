import { type ReactNode, Suspense, lazy } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { Toasts } from '../ui/toasts.js';
import { usePalette } from './use-palette.js';
import styles from './shell.module.css';

const Palette = lazy(async () => ({ default: (await import('./palette.js')).Palette }));

/** What is around every view. */
export function Shell(): ReactNode {
  const { isOpen, close } = usePalette();
  const isGoing = useNavigation().state !== 'idle';
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      {isGoing && <div className={styles.going} role="progressbar" aria-label="Opening the view" />}
      <Outlet />
      <Toasts />
      {isOpen && (
        <Suspense>
          <Palette onClose={close} />
        </Suspense>
      )}
      <ScrollRestoration />
    </>
  );
}
