import type { ReactNode } from 'react';
import type { WaterfallBody } from '../../contract/admin/waterfall.js';
import { authorName, size } from '../ui/format.js';
import { Empty } from '../ui/states.js';
import styles from './rows.module.css';

type Change = WaterfallBody['files'][number];

const OP_WORDS: Readonly<Record<Change['op'], string>> = {
  written: 'written',
  deleted: 'deleted',
  asset: 'picture added',
};

/** Which files the run wrote, and who. */
export function Files({ files }: { files: readonly Change[] }): ReactNode {
  if (files.length === 0) return <Empty title="No file was written" />;
  return (
    <ul className={styles.rows} tabIndex={0} aria-label="Files">
      {files.map(({ seq, path, op, bytes, author }) => (
        <li key={seq}>
          <code>{path}</code>
          <span>
            {OP_WORDS[op]}
            {author !== null && ` by ${authorName(author)}`}
            {bytes !== null && `, ${size(bytes)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
