import { type ReactNode, useMemo } from 'react';
import type { FileDiff } from '../../contract/history.js';
import { type DiffRow, rowsOf } from './diff-rows.js';
import styles from './diff-files.module.css';

/** So many small ones are open at once. */
const OPEN = 3;
const LONGEST_OPEN = 120;

/** Each file that differs; a press opens it. */
export function DiffFiles({ files }: { files: readonly FileDiff[] }): ReactNode {
  return (
    <ul className={styles.files}>
      {files.map((file, index) => (
        <li key={`${file.path} ${file.patch?.length ?? 0}`}>
          <File
            file={file}
            isOpen={index < OPEN && file.additions + file.deletions <= LONGEST_OPEN && files.length <= OPEN}
          />
        </li>
      ))}
    </ul>
  );
}

const STATUS = { added: 'new', deleted: 'deleted', modified: '' } as const;

function File({ file, isOpen }: { file: FileDiff; isOpen: boolean }): ReactNode {
  const { path, status, additions, deletions, patch } = file;
  return (
    <details className={styles.file} open={isOpen}>
      <summary>
        <span className={styles.path}>{path}</span>
        {STATUS[status] && <span className={styles.status}>{STATUS[status]}</span>}
        <span className={styles.figures}>
          <span className={styles.more}>+{additions}</span> <span className={styles.less}>−{deletions}</span>
        </span>
      </summary>
      {patch === null ? (
        <p className={styles.binary}>A picture, or too different to compare.</p>
      ) : (
        <Rows patch={patch} path={path} />
      )}
    </details>
  );
}

/** A stretch of code that scrolls sideways: it can be reached and scrolled by keyboard. */
function Rows({ patch, path }: { patch: string; path: string }): ReactNode {
  const rows = useMemo(() => rowsOf(patch), [patch]);
  return (
    <div className={styles.code} tabIndex={0} role="region" aria-label={`Changes of ${path}`}>
      <table>
        <tbody>
          {rows.map((row, index) => (
            <Row key={index} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const SIGNS = { same: '', added: '+', removed: '−' } as const;

function Row({ row }: { row: DiffRow }): ReactNode {
  if (row.kind === 'gap') {
    return (
      <tr className={styles.gap}>
        <td colSpan={4}>{row.lines === 1 ? '1 line' : `${row.lines} lines`} unchanged</td>
      </tr>
    );
  }
  return (
    <tr className={styles[row.kind]}>
      <td className={styles.number}>{row.before}</td>
      <td className={styles.number}>{row.after}</td>
      <td className={styles.sign}>{SIGNS[row.kind]}</td>
      <td className={styles.text}>
        {row.pieces.map(({ text, isChanged }, index) => (isChanged ? <mark key={index}>{text}</mark> : text))}
      </td>
    </tr>
  );
}
