import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button, ButtonAway } from '../ui/button.js';
import { toast } from '../ui/toasts.js';
import { useAdminToken } from './admin-token.js';
import { exported, exportPath } from './api.js';
import styles from './exports.module.css';

const FORMATS = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const;

/** All runs that the filter lets through, as a file. */
export function Exports({ filter }: { filter: string }): ReactNode {
  const token = useAdminToken();
  return (
    <div className={styles.exports}>
      {FORMATS.map(([format, words]) =>
        token === '' ? (
          <ButtonAway key={format} size="small" href={exportPath(filter, format)} download={`runs.${format}`}>
            Export {words}
          </ButtonAway>
        ) : (
          <ExportButton key={format} filter={filter} format={format} words={words} />
        ),
      )}
    </div>
  );
}

function ExportButton({ filter, format, words }: { filter: string; format: 'csv' | 'json'; words: string }): ReactNode {
  const { mutate, isPending } = useMutation({
    mutationFn: () => exported(filter, format),
    onSuccess: (file) => save(file, `runs.${format}`),
    onError: (error) => toast(error.message, { tone: 'bad' }),
  });
  return (
    <Button size="small" disabled={isPending} onClick={() => mutate()}>
      Export {words}
    </Button>
  );
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
