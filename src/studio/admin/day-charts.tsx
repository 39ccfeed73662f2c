import { type ReactNode, Suspense, lazy, useMemo } from 'react';
import type { Stats } from '../../contract/admin/stats.js';
import { Card } from '../ui/card.js';
import { money } from '../ui/format.js';
import { Empty, Loading } from '../ui/states.js';
import { DataTable } from './data-table.js';
import { daySeries } from './stat-series.js';
import { took } from './words.js';
import styles from './day-charts.module.css';

const Chart = lazy(async () => ({ default: (await import('./chart.js')).Chart }));

/** Cost and first light by day; each drawn, and as a table. */
export function DayCharts({ stats }: { stats: Stats }): ReactNode {
  const { days, cost, p50, p95 } = useMemo(() => daySeries(stats), [stats]);
  return (
    <div className={styles.charts}>
      <Drawn
        title="Cost per day"
        columns={['Day', 'Generations', 'Cost']}
        rows={stats.days.map(({ day, runs, cost_usd }) => [day, runs, money(cost_usd)])}
      >
        {cost.every((spent) => spent === 0) ? (
          <Empty title="Nothing spent" />
        ) : (
          <Chart x={days} lines={[{ label: 'Cost', values: cost, colour: '--accent', isBars: true }]} unit="$" />
        )}
      </Drawn>
      <Drawn
        title="Time to first light"
        columns={['Day', 'Median', '95 % within']}
        rows={stats.days.map(({ day, first_light_ms: { p50: half, p95: most } }) => [day, took(half), took(most)])}
      >
        <Chart
          x={days}
          lines={[
            { label: 'Median', values: p50, colour: '--good' },
            { label: '95 % within', values: p95, colour: '--info', isDashed: true },
          ]}
          unit="s"
        />
      </Drawn>
    </div>
  );
}

function Drawn({
  title,
  columns,
  rows,
  children,
}: {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly ReactNode[])[];
  children: ReactNode;
}): ReactNode {
  return (
    <Card title={title}>
      <div className={styles.drawn} role="img" aria-label={`${title}: the same figures are in the table below.`}>
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </div>
      <details className={styles.table}>
        <summary>As a table</summary>
        <DataTable caption={title} columns={columns} rows={rows} />
      </details>
    </Card>
  );
}
