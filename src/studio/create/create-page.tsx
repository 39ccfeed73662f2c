import type { ReactNode } from 'react';
import { useTitle } from '../ui/use-title.js';
import { CreateForm } from './create-form.js';
import { Recent } from './recent.js';
import styles from './create-page.module.css';

/** `/`, and a project that has no run yet. */
export function CreatePage(): ReactNode {
  useTitle('');
  return (
    <div className={styles.page}>
      <header className={styles.hero}>
        <h1>Describe an app. Watch it come to life.</h1>
        <p>A sentence is enough. It runs here while it is still being written.</p>
      </header>
      <CreateForm isPage />
      <Recent />
    </div>
  );
}
