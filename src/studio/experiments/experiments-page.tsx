import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ExperimentList } from '../../contract/experiments.js';
import { Button, ButtonLink } from '../ui/button.js';
import { ago } from '../ui/format.js';
import { Empty, Failed, Loading } from '../ui/states.js';
import { useTitle } from '../ui/use-title.js';
import { experimentsQuery } from './api.js';
import { ExperimentsLayout } from './experiments-layout.js';
import { STATUS_WORDS, summaryLine } from './status-words.js';
import styles from './experiments-page.module.css';

/** `/experiments`. */
export function ExperimentsPage(): ReactNode {
  useTitle('Experiments');
  return (
    <ExperimentsLayout
      title="Experiments"
      lead={
        <ButtonLink to="/experiments/new" look="primary">
          New experiment
        </ButtonLink>
      }
    >
      <List />
    </ExperimentsLayout>
  );
}

function List(): ReactNode {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(experimentsQuery());
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const experiments = data.pages.flatMap((page) => page.experiments);
  if (experiments.length === 0) return <NoneYet />;
  return (
    <>
      <ul className={styles.list}>
        {experiments.map((experiment) => (
          <Row key={experiment.experiment_id} experiment={experiment} />
        ))}
      </ul>
      {hasNextPage && (
        <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Load more
        </Button>
      )}
    </>
  );
}

function Row({ experiment }: { experiment: ExperimentList['experiments'][number] }): ReactNode {
  const { experiment_id: id, name, status, created_at } = experiment;
  return (
    <li>
      <Link to={`/experiments/${id}`}>
        <strong>{name}</strong>
        <span className={styles.status} data-status={status}>
          {STATUS_WORDS[status]}
        </span>
        <span className={styles.figures}>{summaryLine(experiment)}</span>
        <time dateTime={created_at}>{ago(created_at)}</time>
      </Link>
    </li>
  );
}

function NoneYet(): ReactNode {
  return (
    <Empty title="No experiments yet">
      <p>
        An experiment requests the same app in two to six ways (other words, another model or style) and shows what each
        took and which one people like best.
      </p>
    </Empty>
  );
}
