import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import type { Diff as DiffBody, FileDiff } from '../../contract/history.js';
import { get } from '../api/http.js';
import { useProject } from '../project/use-project.js';
import { Card } from '../ui/card.js';
import { Failed, Loading } from '../ui/states.js';
import { count } from '../ui/format.js';
import { type Frame, hasApp } from './history.js';
import { useRested } from './use-rested.js';
import segments from '../ui/segments.module.css';
import styles from './diff-panel.module.css';

const DiffFiles = lazy(async () => ({ default: (await import('./diff-files.js')).DiffFiles }));

const REST_MS = 400;
/** The first event of a project has no files yet: against it, everything is new. */
const BEFORE_ALL = 1;

/** What differs between the moment and the one before it, or the app as it is now. */
export function DiffPanel({ frames, index }: { frames: readonly Frame[]; index: number }): ReactNode {
  const [against, setAgainst] = useState<'before' | 'now'>('before');
  const at = useRested(index, REST_MS);
  const frame = frames[at];
  const from = frames.slice(0, at).findLast(hasApp)?.seq ?? BEFORE_ALL;
  if (!frame) return null;
  const to = against === 'before' ? `from=${from}&to=${frame.seq}` : `from=${frame.seq}`;
  return (
    <Card title={against === 'before' ? 'What changed here' : 'What has changed since'}>
      <Against against={against} onChange={setAgainst} />
      {hasApp(frame) ? (
        <Diff between={to} isToNow={against === 'now'} />
      ) : (
        <p className={styles.none}>There are no files yet.</p>
      )}
    </Card>
  );
}

function Against({
  against,
  onChange,
}: {
  against: 'before' | 'now';
  onChange: (against: 'before' | 'now') => void;
}): ReactNode {
  const label = useId();
  return (
    <div className={styles.against}>
      <span id={label}>Compare with</span>
      <span className={segments.segments} role="group" aria-labelledby={label}>
        <button type="button" aria-pressed={against === 'before'} onClick={() => onChange('before')}>
          Previous
        </button>
        <button type="button" aria-pressed={against === 'now'} onClick={() => onChange('now')}>
          Now
        </button>
      </span>
    </div>
  );
}

function Diff({ between, isToNow }: { between: string; isToNow: boolean }): ReactNode {
  const id = useProject(({ state }) => state.id);
  const head = useProject(({ state }) => (isToNow ? state.seq : 0));
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['project', id, 'diff', between, head],
    queryFn: ({ signal }) => get<DiffBody>(`/api/v1/projects/${id}/diff?${between}`, { signal }),
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading what="Comparing…" />;
  if (data.files.length === 0) return <p className={styles.none}>The files are the same.</p>;
  const [added, removed] = [sum(data.files, 'additions'), sum(data.files, 'deletions')];
  return (
    <>
      <p className={styles.sum}>
        {count(data.files.length, 'file')}, {count(added, 'line')} added, {removed.toLocaleString('en')} removed
      </p>
      <Suspense fallback={<Loading what="Comparing…" />}>
        <DiffFiles files={data.files} />
      </Suspense>
    </>
  );
}

function sum(files: readonly FileDiff[], what: 'additions' | 'deletions'): number {
  return files.reduce((total, file) => total + file[what], 0);
}
