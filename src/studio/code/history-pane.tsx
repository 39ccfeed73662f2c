import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useProjectStore } from '../project/use-project.js';
import type { FileView } from '../state/project-state.js';
import { ButtonLink } from '../ui/button.js';
import { ago, authorName } from '../ui/format.js';
import { Empty, Failed, Loading } from '../ui/states.js';
import type { OpenFiles } from './editor/open-files.js';
import { type FileVersion, versionsOf } from './file-versions.js';
import { versionsQuery } from './files-api.js';
import { codePath } from './use-file-actions.js';
import { VersionPane } from './version-pane.js';
import styles from './history-pane.module.css';

/** `?history=<seq>`: how the file came to be what it is, and what a version of it would change. */
export function HistoryPane({ file, open }: { file: FileView; open: OpenFiles }): ReactNode {
  const { id } = useProjectStore();
  const { data, error, refetch } = useQuery({ ...versionsQuery(id, file.seq), placeholderData: (before) => before });
  const versions = useMemo(() => versionsOf(file.path, data ?? []), [file.path, data]);
  const asked = Number(useSearchParams()[0].get('history'));
  const chosen = versions.find(({ seq }) => seq === asked) ?? versions[0];
  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <h2>History of {file.path}</h2>
        <ButtonLink size="small" to={codePath(id, file.path)}>
          Back to the file
        </ButtonLink>
      </header>
      {error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading what="Reading the history…" />
      ) : !chosen ? (
        <Empty title="No versions yet." />
      ) : (
        <>
          <Versions versions={versions} chosen={chosen} path={file.path} />
          <VersionPane file={file} versions={versions} version={chosen} open={open} />
        </>
      )}
    </div>
  );
}

function Versions({
  versions,
  chosen,
  path,
}: {
  versions: readonly FileVersion[];
  chosen: FileVersion;
  path: string;
}): ReactNode {
  const { id } = useProjectStore();
  return (
    <ol className={styles.versions} aria-label="Versions, newest first">
      {versions.map(({ seq, title, authors, at }) => (
        <li key={seq}>
          <Link
            to={`${codePath(id, path)}?history=${seq}`}
            replace
            aria-current={seq === chosen.seq ? 'true' : undefined}
          >
            <span className={styles.title}>{title}</span>
            <span className={styles.who}>
              {authors.map(authorName).join(', ')}, {ago(at)}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
