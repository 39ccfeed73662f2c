import type { ReactNode } from 'react';
import { TopBar } from '../shell/top-bar.js';
import styles from './experiments-layout.module.css';

/** What is around each view of experiments. */
export function ExperimentsLayout({
  title,
  lead,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <>
      <TopBar />
      <main id="main" className={styles.page}>
        <header className={styles.head}>
          <h1>{title}</h1>
          {lead}
        </header>
        {children}
      </main>
    </>
  );
}
