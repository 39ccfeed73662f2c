import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../ui/button.js';
import { Empty, Loading } from '../ui/states.js';
import { useTitle } from '../ui/use-title.js';
import { AdminFailed } from './admin-failed.js';
import { useAdminToken } from './admin-token.js';
import { runsQuery } from './api.js';
import { Exports } from './exports.js';
import { FilterBar } from './filter-bar.js';
import { RunRow } from './run-row.js';
import { filterIn } from './runs-filter.js';
import styles from './runs-page.module.css';

/** `/admin`: every run of every project, newest first. The filter is in the address. */
export function RunsPage(): ReactNode {
  useTitle('Generations');
  const [search] = useSearchParams();
  const filter = filterIn(search);
  return (
    <>
      <header className={styles.head}>
        <h1>Generations</h1>
        <Exports filter={filter} />
      </header>
      <FilterBar />
      <Runs filter={filter} />
    </>
  );
}

function Runs({ filter }: { filter: string }): ReactNode {
  const token = useAdminToken();
  const found = useInfiniteQuery(runsQuery(token, filter));
  if (found.error) return <AdminFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const runs = found.data.pages.flatMap((page) => page.runs);
  if (runs.length === 0) return <Nothing isFiltered={filter !== ''} />;
  return (
    <>
      <ul className={styles.runs} aria-label="Generations">
        {runs.map((run) => (
          <RunRow key={`${run.project_id}/${run.run}`} run={run} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          Load more
        </Button>
      )}
    </>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }): ReactNode {
  return isFiltered ? (
    <Empty title="Nothing was found">
      <p>No generation matches these words and filters.</p>
    </Empty>
  ) : (
    <Empty title="No generations yet">
      <p>Every app that somebody requests is listed here.</p>
    </Empty>
  );
}
