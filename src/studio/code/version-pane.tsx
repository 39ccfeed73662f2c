import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useProjectStore } from '../project/use-project.js';
import type { FileView } from '../state/project-state.js';
import { Button } from '../ui/button.js';
import { Failed, Loading } from '../ui/states.js';
import { DiffView } from './editor/diff-view.js';
import { restoreText } from './editor/restore-text.js';
import type { OpenFiles } from './editor/open-files.js';
import { before, type FileVersion } from './file-versions.js';
import { fileTextQuery } from './files-api.js';
import { codePath } from './use-file-actions.js';
import segments from '../ui/segments.module.css';
import styles from './version-pane.module.css';

type Comparison = 'with-before' | 'with-now';

/** One version of a file: what it changed, or how it differs from the file as it is, which it can become again. */
export function VersionPane({
  file,
  versions,
  version,
  open,
}: {
  file: FileView;
  versions: readonly FileVersion[];
  version: FileVersion;
  open: OpenFiles;
}): ReactNode {
  const { id } = useProjectStore();
  const [comparison, setComparison] = useState<Comparison>('with-before');
  const then = useQuery(fileTextQuery(id, file.path, file.seq, version.seq));
  const isLast = versions[0]?.seq === version.seq;
  return (
    <div className={styles.pane}>
      <div className={styles.bar}>
        <Choice comparison={comparison} onChange={setComparison} />
        {!isLast && then.data !== undefined && <Restore file={file} text={then.data} open={open} />}
      </div>
      {then.error ? (
        <Failed error={then.error} onRetry={() => void then.refetch()} />
      ) : then.data === undefined ? (
        <Loading />
      ) : (
        <Compared file={file} text={then.data} comparison={comparison} earlier={before(versions, version.seq)?.seq} />
      )}
    </div>
  );
}

function Choice({ comparison, onChange }: { comparison: Comparison; onChange: (to: Comparison) => void }): ReactNode {
  return (
    <div className={segments.segments} role="group" aria-label="Compare">
      <button type="button" aria-pressed={comparison === 'with-before'} onClick={() => onChange('with-before')}>
        What it changed
      </button>
      <button type="button" aria-pressed={comparison === 'with-now'} onClick={() => onChange('with-now')}>
        What has changed since
      </button>
    </div>
  );
}

function Compared({
  file: { path, seq },
  text,
  comparison,
  earlier,
}: {
  file: FileView;
  text: string;
  comparison: Comparison;
  earlier: number | undefined;
}): ReactNode {
  const { id } = useProjectStore();
  const isWithNow = comparison === 'with-now';
  const isNew = !isWithNow && earlier === undefined;
  const query = fileTextQuery(id, path, seq, isWithNow ? undefined : earlier);
  const { data: other, error } = useQuery({ ...query, enabled: !isNew });
  const compared = isNew ? '' : other;
  if (error) return <Failed error={error} />;
  if (compared === undefined) return <Loading />;
  const [from, to] = isWithNow ? [text, compared] : [compared, text];
  return <DiffView path={path} from={from} to={to} />;
}

function Restore({ file, text, open }: { file: FileView; text: string; open: OpenFiles }): ReactNode {
  const store = useProjectStore();
  const navigate = useNavigate();
  const restore = async (): Promise<void> => {
    await restoreText(store, file.path, text, open);
    await navigate(codePath(store.id, file.path));
  };
  return (
    <Button size="small" look="primary" onClick={() => void restore()}>
      Restore this version
    </Button>
  );
}
