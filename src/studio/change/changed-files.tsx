import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FileDiff } from '../../contract/history.js';
import { diffQuery } from '../api/changes.js';
import { useProjectStore } from '../project/use-project.js';
import { Button } from '../ui/button.js';
import { Failed, Loading } from '../ui/states.js';
import type { Change } from './changes.js';
import { Patch } from './patch.js';
import styles from './changed-files.module.css';

/** What a change did, file by file. */
export function ChangedFiles({ change }: { change: Change }): ReactNode {
  const { id } = useProjectStore();
  const query = useQuery(diffQuery(id, Math.max(change.beforeSeq, 1), change.lastSeq));
  if (query.isPending) return <Loading what="Comparing…" />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const files = query.data.files.filter(({ path }) => change.files.includes(path));
  if (files.length === 0) return <p className={styles.none}>The files are back to what they were before.</p>;
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <ChangedFile key={file.path} file={file} />
      ))}
    </ul>
  );
}

const SIGNS = { added: 'new', deleted: 'deleted', modified: '' } as const;

function ChangedFile({ file }: { file: FileDiff }): ReactNode {
  const { path, status, additions, deletions, patch } = file;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <Button
        size="small"
        look="quiet"
        className={styles.file}
        aria-expanded={isOpen}
        disabled={patch === null}
        onClick={() => setIsOpen(!isOpen)}
      >
        <code>{path}</code>
        {SIGNS[status] && <span>{SIGNS[status]}</span>}
        {patch === null ? (
          <span>not a text</span>
        ) : (
          <span className={styles.counts}>
            <span className={styles.plus}>+{additions}</span> <span className={styles.minus}>−{deletions}</span>
          </span>
        )}
      </Button>
      {isOpen && patch !== null && <Patch patch={patch} path={path} />}
    </li>
  );
}
