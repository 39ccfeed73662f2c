import type { ReactNode } from 'react';
import type { PreviewTrouble } from '../../contract/preview.js';
import { useProject } from '../project/use-project.js';
import styles from './see-bar.module.css';

/** What is wrong with the preview, in a line. */
export function Trouble(): ReactNode {
  const trouble = useProject(({ state }) => state.trouble);
  return (
    trouble && (
      <p id="trouble" className={styles.trouble} role="status">
        {troubleLine(trouble)}
      </p>
    )
  );
}

function troubleLine({ file, line, column, message }: PreviewTrouble): string {
  const place = [file, line, column === undefined ? undefined : column + 1].filter(Boolean).join(':');
  return [place, message.split('\n')[0]].filter(Boolean).join(' – ');
}
