import type { ReactNode } from 'react';
import { useProjectStore } from '../project/use-project.js';
import type { FileView } from '../state/project-state.js';
import { ButtonAway } from '../ui/button.js';
import { ago, authorName, size } from '../ui/format.js';
import { kindOf } from './file-kind.js';
import { fileUrl } from './files-api.js';
import styles from './whole-file.module.css';

/** A file that is not a text: shown if a browser can show it, with what to do to change it. */
export function WholeFile({ file: { path, bytes, author, at, sha256 } }: { file: FileView }): ReactNode {
  const { id } = useProjectStore();
  const url = fileUrl(id, path);
  return (
    <div className={styles.whole}>
      {kindOf(path) === 'picture' && <img src={`${url}?version=${sha256.slice(0, 12)}`} alt={path} />}
      <p>
        {size(bytes)}, last written by {authorName(author)} {ago(at)}.
      </p>
      <p className={styles.hint}>
        This is not a text file, so it cannot be edited here. To change it, say under “App” what should be different, or
        replace it over REST: <code>PUT {url}</code>
      </p>
      <ButtonAway size="small" href={url} download={path.slice(path.lastIndexOf('/') + 1)}>
        Download
      </ButtonAway>
    </div>
  );
}
