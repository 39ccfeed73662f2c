import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Stats } from '../../contract/admin/stats.js';
import { Select } from '../ui/select.js';
import { Empty, Loading } from '../ui/states.js';
import { useTitle } from '../ui/use-title.js';
import { AdminFailed } from './admin-failed.js';
import { useAdminToken } from './admin-token.js';
import { statsQuery } from './api.js';
import { CostTables } from './cost-tables.js';
import { DayCharts } from './day-charts.js';
import { FailureTable } from './failure-table.js';
import { StageTimes } from './stage-times.js';
import { Totals } from './totals.js';
import styles from './stats-page.module.css';

const PERIODS = [7, 30, 90, 365] as const;
const USUAL = 30;

/** `/admin/stats`. */
export function StatsPage(): ReactNode {
  useTitle('Statistics');
  const [search] = useSearchParams();
  const days = PERIODS.find((period) => String(period) === search.get('days')) ?? USUAL;
  const token = useAdminToken();
  const { data, error, refetch } = useQuery(statsQuery(token, days));
  return (
    <>
      <header className={styles.head}>
        <h1>Statistics</h1>
        <PeriodField days={days} />
      </header>
      {error && <AdminFailed error={error} onRetry={() => void refetch()} />}
      {data ? <Shown stats={data} /> : !error && <Loading />}
    </>
  );
}

function PeriodField({ days }: { days: number }): ReactNode {
  const [, setSearch] = useSearchParams();
  return (
    <label className={styles.period}>
      Period
      <Select value={days} onChange={({ target }) => setSearch({ days: target.value }, { replace: true })}>
        {PERIODS.map((period) => (
          <option key={period} value={period}>
            Last {period} days
          </option>
        ))}
      </Select>
    </label>
  );
}

function Shown({ stats }: { stats: Stats }): ReactNode {
  if (stats.runs.total === 0) return <Empty title="No generations in this period" />;
  return (
    <>
      <Totals stats={stats} />
      <DayCharts stats={stats} />
      <StageTimes stages={stats.stages} />
      <FailureTable failures={stats.failures} />
      <CostTables stats={stats} />
    </>
  );
}
