import { memo, type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import type { FileView } from '../state/project-state.js';
import { size } from '../ui/format.js';
import styles from './written-files.module.css';

/** Every file of the app; a press opens its code. */
export function WrittenFiles({ files, id }: { files: Readonly<Record<string, FileView>>; id: string }): ReactNode {
  const sorted = useMemo(() => Object.values(files).sort((a, b) => a.path.localeCompare(b.path)), [files]);
  if (sorted.length === 0) return null;
  return (
    <details className={styles.files}>
      <summary>
        Files written <span className={styles.count}>{sorted.length}</span>
      </summary>
      <ul id="files">
        {sorted.map(({ path, bytes }) => (
          <Row key={path} id={id} path={path} bytes={bytes} />
        ))}
      </ul>
    </details>
  );
}

const Row = memo(function Row({ id, path, bytes }: { id: string; path: string; bytes: number }): ReactNode {
  return (
    <li>
      <Link className="path" to={`/p/${id}/code/${path}`}>
        {path}
      </Link>
      <span className={styles.size}>{size(bytes)}</span>
    </li>
  );
});
